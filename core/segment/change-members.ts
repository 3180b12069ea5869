/** Records changed: every segment that reads what changed looks at them again, all in a few statements. */
import { systemActor } from '../access/index.ts';
import { createBindings, run } from '../db/bindings.ts';
import type { Tx } from '../db/connect.ts';
import type { Models } from '../entity/models.ts';
import { announce, type Move } from './announce.ts';
import type { Condition } from './condition.ts';
import { conditionsToSql } from './conditions-to-sql.ts';
import type { ChangePayload } from './hear-changes.ts';
import { readableSegments } from './readable-segments.ts';
import { routeToSql } from './route-to-sql.ts';
import { segmentsById, type SegmentRow } from './segment-row.ts';
import type { Step } from './watches.ts';

export interface SegmentParts {
  models: Pick<Models, 'shapes'>;
  now(): number;
}

/** So many conditions as one statement asks about. */
const perStatement = 300;

export async function changeMembers(tx: Tx, parts: SegmentParts, change: ChangePayload): Promise<void> {
  const watches = await tx<{ segments: string[]; route: Step[] }[]>`
    select array_agg(distinct segment_id::text) as segments, route::text::json as route from core.segment_watch
    where entity = ${change.entity} and field = any(${change.fields}::text[]) group by route::text`;
  const rows = await segmentsById(tx, [...new Set(watches.flatMap(({ segments }) => segments))]);
  const conditions = await readableSegments(tx, parts, rows);
  const byId = new Map(rows.filter(({ id }) => conditions.has(id)).map((row) => [row.id, row]));
  for (const { segments, route } of watches) {
    // A segment that is being built sees the change there, or in the pass after it.
    const concerned = segments.flatMap((id) => byId.get(id) ?? []);
    for (let from = 0; from < concerned.length; from += perStatement) {
      const judged = concerned.slice(from, from + perStatement);
      await judge(tx, parts, { change, route, segments: judged, conditions });
    }
  }
}

interface Judged {
  change: ChangePayload;
  route: readonly Step[];
  segments: readonly SegmentRow[];
  /** By segment. */
  conditions: ReadonlyMap<string, Condition>;
}

async function judge(tx: Tx, parts: SegmentParts, judged: Judged): Promise<void> {
  const { change, route, segments } = judged;
  const { shapes } = parts.models;
  const now = parts.now();
  const bindings = createBindings();
  const { entity } = segments[0]!;
  const ids = routeToSql({ route, ids: change.ids, before: change.before, shapes, bindings });
  const conditions = segments.map(({ id }) => judged.conditions.get(id)!);
  const context = { alias: 't', bindings, actor: systemActor, shapes, isFew: true };
  const { sql, order } = conditionsToSql(conditions, context);
  const own = bindings.bindList(
    segments.map(({ id }) => id),
    'uuid',
  );
  const found = await run<Found>(
    tx,
    `select t.id, t.deleted_at is null as "isThere", ${sql} as holds,
       array(select m.segment_id::text from core.segment_member m
         where m.record_id = t.id and m.segment_id = any(${own})) as member
     from ${shapes(entity).table} t where t.id in (${ids})`,
    bindings.values,
  );
  const moves = movesOf(
    order.map((place) => segments[place]!),
    found,
  );
  await announce(tx, await writeMoves(tx, moves, now), { now, ...change });
}

interface Found {
  id: string;
  isThere: boolean;
  /** In the order of the segments. */
  holds: boolean[];
  member: string[];
}

function movesOf(segments: readonly SegmentRow[], found: readonly Found[]): Move[] {
  const moves = segments.map((segment) => ({ segment, entered: [] as string[], left: [] as string[] }));
  for (const { id, isThere, holds, member } of found) {
    const isIn = new Set(member);
    for (const [place, { segment, entered, left }] of moves.entries()) {
      const belongs = isThere && holds[place] === true;
      if (belongs !== isIn.has(segment.id)) (belongs ? entered : left).push(id);
    }
  }
  return moves.filter(({ entered, left }) => entered.length + left.length > 0);
}

/** What another transaction has done meanwhile is not announced twice. */
export async function writeMoves(tx: Tx, moves: readonly Move[], now: number): Promise<Move[]> {
  const pairs = (side: 'entered' | 'left'): [string[], string[]] => {
    const flat = moves.flatMap((move) => move[side].map((id) => [move.segment.id, id] as const));
    return [flat.map(([segment]) => segment), flat.map(([, id]) => id)];
  };
  const [intoSegments, intoIds] = pairs('entered');
  const [fromSegments, fromIds] = pairs('left');
  type Pair = { segment: string; id: string };
  const entered =
    intoIds.length === 0
      ? []
      : await tx<Pair[]>`
          insert into core.segment_member (segment_id, record_id, entered_at)
          select s, r, to_timestamp(${now}::float8 / 1000) from unnest(${intoSegments}::uuid[], ${intoIds}::uuid[]) as t (s, r)
          on conflict do nothing returning segment_id as segment, record_id as id`;
  const left =
    fromIds.length === 0
      ? []
      : await tx<Pair[]>`
          delete from core.segment_member m using unnest(${fromSegments}::uuid[], ${fromIds}::uuid[]) as t (s, r)
          where m.segment_id = t.s and m.record_id = t.r returning m.segment_id as segment, m.record_id as id`;
  const idsOf = (rows: readonly Pair[]): ((segment: SegmentRow) => string[]) => {
    const by = Map.groupBy(rows, ({ segment }) => segment);
    return ({ id }) => (by.get(id) ?? []).map((row) => row.id);
  };
  const [enteredOf, leftOf] = [idsOf(entered), idsOf(left)];
  return moves.map(({ segment }) => ({ segment, entered: enteredOf(segment), left: leftOf(segment) }));
}
