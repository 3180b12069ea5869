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

/** So many records as one job tells of; from so many on they are bulk. */
const perJob = 500;
const bulkFrom = 50;

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
  }
  if (!isQuiet) jobs.push(...happenings(moved, { now, ...cause }));
  const watched = await watchedSegments(tx, moved);
  await enqueue(
    tx,
    jobs.filter(
      ({ kind, payload }) => kind !== 'segment.change' || watched.has((payload as ChangePayload).entity),
    ),
  );
}

interface Happening {
  name: string;
  variables: Record<string, unknown>;
  entity: string;
  ids: readonly string[];
}

/** All that one change did as one job, however many segments it concerns, unless there are too many for one. */
function happenings(
  moves: readonly Move[],
  { now, actor, depth }: { now: number; actor: string; depth: number },
): NewJob[] {
  const jobs: NewJob[] = [];
  let [all, count]: [Happening[], number] = [[], 0];
  const close = (): void => {
    if (all.length > 0)
      jobs.push({
        kind: 'flow.happening',
        lane: count > bulkFrom ? 1 : 0,
        dueAt: now,
        payload: { actor, depth: depth + 1, all },
      });
    [all, count] = [[], 0];
  };
  for (const one of moves.flatMap(tellings)) {
    if (count + one.ids.length > perJob) close();
    all.push(one);
    count += one.ids.length;
  }
  close();
  return jobs;
}

/** The name alone, for whoever wants all; with the key, for whoever wants this segment. */
const tellings = ({
  segment: { id, key, name: title, entity, ...names },
  entered,
  left,
}: Move): Happening[] =>
  [
    { name: names.entered, ids: entered },
    { name: names.left, ids: left },
  ].flatMap(({ name, ids }) =>
    [name, `${name}.${key}`].flatMap((one) =>
      Array.from({ length: Math.ceil(ids.length / perJob) }, (_, part) => ({
        ...{ name: one, variables: { segment: { id, key, name: title } }, entity },
        ids: ids.slice(part * perJob, (part + 1) * perJob),
      })),
    ),
  );

async function watchedSegments(tx: Tx, moves: readonly Move[]): Promise<Set<string>> {
  const names = moves.map(({ segment }) => `segment:${segment.id}`);
  const rows = await tx<{ entity: string }[]>`
    select distinct entity from core.segment_watch where entity = any(${names}::text[])`;
  return new Set(rows.map(({ entity }) => entity));
}
