/** CSAT: how content, 1 to 5. CES: how easy, 1 to 7. NPS: would recommend, 0 to 10 (F. Reichheld, HBR 12/2003). */
export const surveyKinds = ['csat', 'ces', 'nps'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

const ends: Record<SurveyKind, readonly [number, number]> = { csat: [1, 5], ces: [1, 7], nps: [0, 10] };

/** All answers there are, the lowest first. */
export const scaleOf = (kind: SurveyKind): number[] => {
  const [from, to] = ends[kind];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
