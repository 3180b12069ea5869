import type { HistoryEntry, Instance } from '../data/instances.ts';
import type { PathMarks } from '../modules/path/taken-path.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import { takenPath, type Connection } from './story.ts';

type Text = (key: string, params?: Record<string, string | number>) => string;

/** Tokens counted per element; where the instance stopped, the badge says so. */
export const badgesOf = (instance: Instance, text: Text): TokenBadge[] => {
  const stopped = new Set((instance.incidents ?? []).map((incident) => incident.element));
  const counts = new Map<string, number>();
  for (const { element } of instance.tokens) counts.set(element, (counts.get(element) ?? 0) + 1);
  for (const element of stopped) if (!counts.has(element)) counts.set(element, 1);
  return [...counts].map(([element, count]) =>
    stopped.has(element)
      ? { element, text: '!', title: text('designer.incident.here'), isIncident: true }
      : { element, text: String(count), title: text('designer.tokens', { count }) },
  );
};

export const marksOf = (
  instance: Instance,
  history: readonly HistoryEntry[],
  connections: readonly Connection[],
): PathMarks => ({
  taken: takenPath(history, connections),
  active: instance.tokens.map((token) => token.element),
  incidents: (instance.incidents ?? []).map((incident) => incident.element),
});
