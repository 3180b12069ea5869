import type { ElementFigures } from '../data/figures.ts';

export const measures = ['count', 'median', 'p90', 'failures'] as const;
/** What the colour says. */
export type Measure = (typeof measures)[number];

/** How hot each element is; elements without a figure are not in it. */
export const heatOf = (elements: readonly ElementFigures[], measure: Measure): Map<string, number> => {
  const values = elements.flatMap((element) => {
    const value = valueOf(element, measure);
    return value === null || value === 0 ? [] : [[element.element, value] as const];
  });
  const most = Math.max(...values.map(([, value]) => value));
  return new Map(values.map(([element, value]) => [element, levelOf(value, most, measure)]));
};

/** Null where nothing can be said. */
export const valueOf = (figures: ElementFigures, measure: Measure): number | null => {
  if (measure === 'count') return figures.entered;
  if (measure === 'failures') return figures.failed + figures.incidents;
  return figures[measure];
};

const levels = 5;

/** Durations differ by powers: a minute beside a week is still told from a second beside it. */
const levelOf = (value: number, most: number, measure: Measure): number => {
  const isDuration = measure === 'median' || measure === 'p90';
  const share = isDuration ? Math.log1p(value) / Math.log1p(most) : value / most;
  return Math.max(1, Math.ceil(share * levels));
};

/** By how much a value is otherwise, in hundredths; null where there is nothing to compare with. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : Math.round(((now - before) / before) * 100);
