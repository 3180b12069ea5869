import type { HistoryEntry, Incident } from '../data/instances.ts';

/** One stay of an instance at an element, or a line that a task logged. */
export interface StoryLine {
  element: string;
  type: string;
  state: 'running' | 'stopped' | 'completed' | 'cancelled' | 'failed' | 'log';
  from: string;
  to: string | null;
  iteration?: number;
  data?: unknown;
  /** What it failed of. */
  reason?: string;
}

/**
 * History told as stays, newest first: what was entered and what came of it are one line. Ways taken are left
 * out; the diagram shows them. A stay that an incident holds up has stopped.
 */
export const storyOf = (
  entries: readonly HistoryEntry[],
  incidents: readonly Pick<Incident, 'element'>[] = [],
): StoryLine[] => {
  const lines: StoryLine[] = [];
  const running = new Map<string, StoryLine[]>();
  for (const entry of entries) {
    if (entry.event === 'taken') continue;
    const key = `${entry.element} ${entry.iteration ?? ''}`;
    const open = running.get(key) ?? [];
    const line = entry.event === 'entered' || entry.event === 'log' ? undefined : open.shift();
    if (line && entry.event !== 'entered' && entry.event !== 'log') {
      Object.assign(line, {
        state: entry.event,
        to: entry.at,
        data: entry.data ?? line.data,
        ...(entry.reason && { reason: entry.reason }),
      });
      continue;
    }
    const begun = lineOf(entry);
    lines.push(begun);
    if (entry.event === 'entered') running.set(key, [...open, begun]);
  }
  const stopped = new Set(incidents.map(({ element }) => element));
  for (const line of lines) if (line.state === 'running' && stopped.has(line.element)) line.state = 'stopped';
  return lines.toReversed();
};

const lineOf = ({ element, type, event, at, iteration, data, reason }: HistoryEntry): StoryLine => ({
  element,
  type,
  state: event === 'entered' || event === 'taken' ? 'running' : event,
  from: at,
  to: event === 'entered' || event === 'log' ? null : at,
  ...(iteration === undefined ? {} : { iteration }),
  ...(data === undefined ? {} : { data }),
  ...(reason && { reason }),
});

export interface Connection {
  id: string;
  source: string;
  target: string;
}

/**
 * Elements an instance has been at, and the ways between them: those recorded as taken; where history does not
 * record ways, those whose source was completed before their target was entered.
 */
export const takenPath = (entries: readonly HistoryEntry[], connections: readonly Connection[]): string[] => {
  const visited = new Set(entries.filter((entry) => entry.event !== 'log').map((entry) => entry.element));
  if (entries.some((entry) => entry.event === 'taken')) return [...visited];
  const left = new Map<string, string>();
  const entered = new Map<string, string>();
  for (const { element, event, at } of entries) {
    if (event === 'completed' && !left.has(element)) left.set(element, at);
    if (event === 'entered') entered.set(element, at);
  }
  const ways = connections.filter(({ source, target }) => {
    const begin = left.get(source);
    const end = entered.get(target);
    return begin !== undefined && end !== undefined && begin <= end;
  });
  return [...visited, ...ways.map((way) => way.id)];
};
