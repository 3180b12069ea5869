import { idRange, idsFrom } from '../../../db/id-range.ts';
import type { Lane, NewJob } from '../../../job/index.ts';
import { startsPerJob, type StartItem, type StartPayload } from '../kinds.ts';

export interface PackInput extends Omit<StartPayload, 'items'> {
  items: readonly StartItem[];
  lane: Lane;
  now: number;
  /** Where the ids begin. A range of ids holds 65,536. */
  firstId?: string;
}

export interface PackedStarts {
  jobs: NewJob[];
  ids: string[];
}

/** One job row holds some hundred starts, whose ids follow each other. */
export function packStarts({ items, lane, now, firstId, ...common }: PackInput): PackedStarts {
  const jobs: NewJob[] = [];
  const given = firstId === undefined ? null : idsFrom(firstId, items.length);
  const all: string[] = [];
  for (let from = 0; from < items.length; from += startsPerJob) {
    const some = items.slice(from, from + startsPerJob);
    const ids = given ? given.slice(from, from + startsPerJob) : idRange(some.length);
    for (const id of ids) all.push(id);
    const payload: StartPayload = { ...common, items: some };
    jobs.push({ kind: 'flow.start', lane, dueAt: now, target: ids[0], targetLast: ids.at(-1), payload });
  }
  return { jobs, ids: all };
}
