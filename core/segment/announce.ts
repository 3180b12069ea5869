/** Members that entered or left: told to flows, to segments that refer to this one, and to the count. */
import type { Tx } from '../db/connect.ts';
import { enqueue, type NewJob } from '../job/index.ts';
import { membersChanged, type ChangePayload } from './hear-changes.ts';
import type { SegmentRow } from './segment-row.ts';

export interface Move {
  segment: SegmentRow;
  entered: readonly string[];
  left: readonly string[];
}

/** So many records as one job tells of. */
const perJob = 500;

export async function announce(
  tx: Tx,
  moves: readonly Move[],
  { now, actor, depth, isQuiet }: Pick<ChangePayload, 'actor' | 'depth' | 'isQuiet'> & { now: number },
): Promise<void> {
  const cause = { actor, depth, isQuiet };
  const moved = moves.filter(({ entered, left }) => entered.length + left.length > 0);
  if (moved.length === 0) return;
  await tx`update core.segment set members = members + t.difference
    from unnest(${moved.map(({ segment }) => segment.id)}::uuid[],
      ${moved.map(({ entered, left }) => entered.length - left.length)}::int[]) as t (id, difference)
    where segment.id = t.id`;
  const jobs: NewJob[] = [];
  for (const { segment, entered, left } of moved) {
    const ids = [...entered, ...left];
    for (let from = 0; from < ids.length; from += perJob)
      jobs.push({
        kind: 'segment.change',
        lane: 3,
        dueAt: now,
        payload: membersChanged(segment.id, { ids: ids.slice(from, from + perJob), ...cause }),
      });
    if (cause.isQuiet) continue;
    jobs.push(...happenings(segment, { name: segment.entered, ids: entered, now, ...cause }));
    jobs.push(...happenings(segment, { name: segment.left, ids: left, now, ...cause }));
  }
  const watched = await watchedSegments(tx, moved);
  await enqueue(
    tx,
    jobs.filter(
      ({ kind, payload }) => kind !== 'segment.change' || watched.has((payload as ChangePayload).entity),
    ),
  );
}

/** The name alone, for whoever wants all; with the key, for whoever wants this segment. */
const happenings = (
  { id, key, name: title, entity }: SegmentRow,
  {
    name,
    ids,
    now,
    actor,
    depth,
  }: { name: string; ids: readonly string[]; now: number; actor: string; depth: number },
): NewJob[] => {
  const jobs: NewJob[] = [];
  for (let from = 0; from < ids.length; from += perJob)
    for (const one of [name, `${name}.${key}`])
      jobs.push({
        kind: 'flow.happening',
        lane: ids.length > 20 ? 1 : 0,
        dueAt: now,
        payload: {
          name: one,
          actor,
          depth: depth + 1,
          variables: { segment: { id, key, name: title } },
          entity,
          ids: ids.slice(from, from + perJob),
        },
      });
  return jobs;
};

async function watchedSegments(tx: Tx, moves: readonly Move[]): Promise<Set<string>> {
  const names = moves.map(({ segment }) => `segment:${segment.id}`);
  const rows = await tx<{ entity: string }[]>`
    select distinct entity from core.segment_watch where entity = any(${names}::text[])`;
  return new Set(rows.map(({ entity }) => entity));
}
