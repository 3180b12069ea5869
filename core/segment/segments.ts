/** What others ask of segments. */
import type { Access, Actor } from '../access/index.ts';
import type { Clock } from '../clock.ts';
import type { Db, Sql } from '../db/connect.ts';
import type { Models } from '../entity/models.ts';
import type { RecordStore } from '../entity/record-store.ts';
import { notFound, Problem } from '../errors.ts';
import { announce } from './announce.ts';
import { writeMoves } from './change-members.ts';
import { preview, type Preview, type PreviewInput } from './preview.ts';
import { segmentsById, segmentsNamed, type Named, type SegmentRow } from './segment-row.ts';

export interface SegmentsParts {
  sql: Sql;
  access: Access;
  models: Models;
  records: RecordStore;
  clock: Pick<Clock, 'now'>;
  wake(): void;
}

export interface ListChange {
  segment: string;
  add?: readonly string[];
  remove?: readonly string[];
  actor: string;
  depth?: number;
}

export interface Segments {
  preview(input: PreviewInput): Promise<Preview>;
  /** Problem `not-found` where it is not there; who asks must see the record that describes it. */
  read(actor: Actor, id: string): Promise<SegmentRow>;
  /** By name: the first 200 of those whose name has the text in it, as far as the actor sees the records that describe them. */
  list(actor: Actor, wanted: Named): Promise<SegmentRow[]>;
  /** Members that the actor may see, latest first. */
  members(actor: Actor, id: string, page: { limit: number; after?: string }): Promise<MemberPage>;
  /** Ids of the members in their order: those after the one given. */
  ids(segment: string, page: { limit: number; after?: string }, db?: Db): Promise<string[]>;
  /** Adds to and takes from a list that people keep; problem `segment-not-list` (409) for others. */
  change(change: ListChange, db?: Sql): Promise<{ added: number; removed: number }>;
  /** Of these records, the ones that are in it. */
  among(segment: string, ids: readonly string[], db?: Db): Promise<Set<string>>;
}

export interface MemberPage {
  items: { id: string; title: string | null; enteredAt: string }[];
  next: string | null;
}

export function createSegments(parts: SegmentsParts): Segments {
  const { sql, clock } = parts;
  const read = async (actor: Actor, id: string): Promise<SegmentRow> => {
    const [row] = await segmentsById(sql, [id]);
    if (!row) throw notFound('segment', id);
    await parts.records.read({ actor, entity: row.definedBy, id, fields: [] });
    return row;
  };
  return {
    preview: (input) => preview({ ...parts, now: clock.now }, input),
    list: (actor, wanted) => listed(parts, actor, wanted),
    read,
    members: async (actor, id, page) => membersOf(parts, { actor, segment: await read(actor, id), ...page }),
    ids: async (segment, { limit, after }, db = sql) => {
      const rows = await db<{ id: string }[]>`
        select record_id as id from core.segment_member
        where segment_id = ${segment} and (${after ?? null}::uuid is null or record_id > ${after ?? null}::uuid)
        order by record_id limit ${limit}`;
      return rows.map((row) => row.id);
    },
    among: async (segment, ids, db = sql) => {
      const rows = await db<{ id: string }[]>`
        select record_id as id from core.segment_member
        where segment_id = ${segment} and record_id = any(${[...ids]}::uuid[])`;
      return new Set(rows.map((row) => row.id));
    },
    change: async ({ segment: id, add = [], remove = [], actor, depth = 0 }) => {
      const moved = await sql.begin(async (tx) => {
        const [segment] = await segmentsById(tx, [id]);
        if (!segment) throw notFound('segment', id);
        if (segment.condition !== null)
          throw new Problem({ status: 409, code: 'segment-not-list', params: { name: segment.name } });
        const there = await existing(tx, parts, segment, add);
        const now = clock.now();
        const [move] = await writeMoves(tx, [{ segment, entered: there, left: remove }], now);
        await announce(tx, [move!], { now, actor, depth });
        return move!;
      });
      parts.wake();
      return { added: moved.entered.length, removed: moved.left.length };
    },
  };
}

async function listed({ sql, records }: SegmentsParts, actor: Actor, wanted: Named): Promise<SegmentRow[]> {
  const found = await segmentsNamed(sql, wanted);
  const seen = new Set<string>();
  for (const [entity, group] of Map.groupBy(found, ({ definedBy }) => definedBy)) {
    const ids = group.map(({ id }) => id);
    const read = await records.readMany({ actor, entity, ids, fields: [] });
    for (const [place, record] of read.entries()) if (record) seen.add(ids[place]!);
  }
  return found.filter(({ id }) => seen.has(id));
}

async function existing(
  db: Db,
  { models }: SegmentsParts,
  { entity }: SegmentRow,
  ids: readonly string[],
): Promise<string[]> {
  const { table } = models.shapes(entity);
  const rows = await db.unsafe<{ id: string }[]>(
    `select id from ${table} where id = any($1::uuid[]) and deleted_at is null`,
    [[...ids]],
  );
  return rows.map(({ id }) => id);
}

async function membersOf(
  { sql, models, records }: SegmentsParts,
  { actor, segment, limit, after }: { actor: Actor; segment: SegmentRow; limit: number; after?: string },
): Promise<MemberPage> {
  const rows = await sql<{ id: string; at: Date }[]>`
    select record_id as id, entered_at as at from core.segment_member
    where segment_id = ${segment.id} and (${after ?? null}::uuid is null or record_id > ${after ?? null}::uuid)
    order by record_id limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const { title } = models.shapes(segment.entity);
  const found = await records.readMany({
    actor,
    entity: segment.entity,
    ids: shown.map(({ id }) => id),
    fields: [title],
  });
  return {
    items: shown.flatMap(({ id, at }, place) => {
      const record = found[place];
      const name = record?.[title];
      return record
        ? [{ id, title: typeof name === 'string' ? name : null, enteredAt: at.toISOString() }]
        : [];
    }),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
