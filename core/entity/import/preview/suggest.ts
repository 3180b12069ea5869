import type { Access, Actor, Shapes } from '../../../access/index.ts';
import { createBindings, run } from '../../../db/bindings.ts';
import type { Tx } from '../../../db/connect.ts';

/** What an unmatched text may have meant. */
export type Candidates =
  | { kind: 'options'; options: { value: string; names: string[] }[] }
  | { kind: 'people'; field: 'name' | 'email' }
  | { kind: 'records'; entity: string; field: string; actor: Actor; access: Access; shapes: Shapes };

/** Texts that are worth a search each. */
const asked = 20;
/** Below this likeness of trigrams a suggestion would be a guess in the dark; `GTXPro` and `GTX Pro` have 0.36. */
const enough = 0.3;

/** The likeliest meaning of each text: an option's value, or the text that names the record. */
export async function suggest(
  tx: Tx,
  from: Candidates,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const list = texts.slice(0, asked);
  if (list.length === 0) return new Map();
  const rows = await likest(tx, from, list);
  return new Map(rows.filter((row) => row.likeness >= enough).map((row) => [row.text, row.found]));
}

interface Found {
  text: string;
  found: string;
  likeness: number;
}

/** Spaces and signs are left out on both sides: they are what differs most often. */
async function likest(tx: Tx, from: Candidates, texts: string[]): Promise<readonly Found[]> {
  if (from.kind === 'options') {
    const pairs = from.options.flatMap(({ value, names }) => names.map((name) => ({ value, name })));
    return tx<Found[]>`
      select distinct on (t.text) t.text, o.value as found, ${likeness(tx, 'o.name')} as likeness
      from unnest(${texts}::text[]) as t (text),
        unnest(${pairs.map((pair) => pair.value)}::text[], ${pairs.map((pair) => pair.name)}::text[]) as o (value, name)
      order by t.text, 3 desc`;
  }
  if (from.kind === 'people')
    return tx<Found[]>`
      select t.text, f.found, f.likeness from unnest(${texts}::text[]) as t (text), lateral (
        select ${tx(from.field)} as found, ${likeness(tx, from.field)} as likeness
        from core."user" where is_active order by 2 desc nulls last limit 1) f`;
  return records(tx, from, texts);
}

async function records(tx: Tx, from: Candidates & { kind: 'records' }, texts: string[]): Promise<Found[]> {
  const { entity, actor, access, shapes } = from;
  const shape = shapes(entity);
  const bindings = createBindings(1);
  const list = bindings.bindList(texts, 'text');
  const predicate = access.predicate({
    actor,
    entity,
    action: 'read',
    alias: 'r',
    first: bindings.values.length + 1,
  });
  if (predicate === 'none') return [];
  const column = `${shape.fields.get(from.field)!.sql('r')}::text`;
  const seen = predicate === 'all' ? 'true' : predicate.text;
  const values = [...bindings.values, ...(predicate === 'all' ? [] : predicate.values)];
  return run<Found>(
    tx,
    `select t.text, f.found, f.likeness from unnest(${list}) as t (text), lateral (
      select ${column} as found, similarity(${bare('t.text')}, ${bare(column)}) as likeness
      from (select * from ${shape.table} r where r.deleted_at is null and ${seen} limit ${mostCompared}) r
      order by 2 desc nulls last limit 1) f`,
    values,
  );
}

const bare = (text: string): string => `regexp_replace(lower(${text}), '[^[:alnum:]]', '', 'g')`;

/** Every text is compared with every record: beyond this many it would take longer than it helps. */
const mostCompared = 5_000;

const likeness = (tx: Tx, name: string) => tx.unsafe(`similarity(${bare('t.text')}, ${bare(name)})`);
