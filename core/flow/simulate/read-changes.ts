import { isRelation } from '../../entity/field-types/is-relation.ts';
import type { Actor } from '../../access/actor.ts';
import type { Tx } from '../../db/connect.ts';
import type { FieldChange } from '../../event/event.ts';
import type { EngineParts } from '../shell/options.ts';
import { people } from '../shell/sql/people.ts';
import type { TrialChange } from './types.ts';

interface Row {
  type: string;
  entity: string;
  id: string;
  changes: Record<string, FieldChange>;
}

interface ChangesInput {
  tx: Tx;
  parts: Pick<EngineParts, 'records' | 'registry'>;
  /** Who reads about the trial: what they may not see is not told. */
  actor: Actor;
  trial: string;
}

/** What the flow wrote in this transaction, from the facts that went with it. */
export async function readChanges(input: ChangesInput): Promise<TrialChange[]> {
  const { tx, parts, actor, trial } = input;
  const rows = await tx<Row[]>`
    select type, entity, record_id as id, changes from core.event
    where xid = pg_current_xact_id() and cause->>'trial' = ${trial} and record_id is not null order by id`;
  const told: TrialChange[] = [];
  for (const [entity, group] of Map.groupBy(rows, (row) => row.entity)) {
    if (!parts.registry.hasEntity(entity)) continue;
    const ids = group.map((row) => row.id);
    const seen = await parts.records.readMany({ actor, entity, ids }, tx);
    const { title } = parts.registry.entity(entity);
    for (const [index, row] of group.entries()) {
      const record = seen[index] ?? null;
      const name = record?.[title];
      told.push({
        entity,
        id: row.id,
        title: typeof name === 'string' ? name : null,
        kind: row.type.slice(row.type.lastIndexOf('.') + 1),
        fields: record ? await named(input, entity, pick(row.changes, Object.keys(record))) : {},
        isHidden: record === null,
      });
    }
  }
  return told;
}

const pick = (changes: Row['changes'], fields: readonly string[]): Row['changes'] =>
  Object.fromEntries(Object.entries(changes).filter(([field]) => fields.includes(field)));

/** Events hold references as bare ids: people read titles. */
async function named(
  { tx, parts, actor }: ChangesInput,
  entity: string,
  changes: Row['changes'],
): Promise<Row['changes']> {
  const { fields } = parts.registry.entity(entity);
  const result: Row['changes'] = {};
  for (const [field, change] of Object.entries(changes)) {
    const definition = fields[field];
    const ids = [change.before, change.after].flat().filter((value) => typeof value === 'string');
    let titles = new Map<string, string | null>();
    if (definition && isRelation(definition) && ids.length > 0)
      titles = await titlesOf({ tx, parts, actor, entity: definition.entity!, ids });
    else if ((definition?.type === 'user' || field === 'owner') && ids.length > 0)
      titles = new Map([...(await people(tx, ids))].map(([id, person]) => [id, String(person['name'])]));
    const told = (value: unknown): unknown =>
      Array.isArray(value) && definition?.type === 'relationMany' ? value.map(one) : one(value);
    const one = (value: unknown): unknown =>
      typeof value === 'string' && titles.has(value) ? { id: value, title: titles.get(value) } : value;
    result[field] = { before: told(change.before), after: told(change.after) };
  }
  return result;
}

interface TitlesInput extends Omit<ChangesInput, 'trial'> {
  entity: string;
  ids: readonly string[];
}

/** Null for what the actor may not see. */
export async function titlesOf({
  tx,
  parts,
  actor,
  entity,
  ids,
}: TitlesInput): Promise<Map<string, string | null>> {
  const { title } = parts.registry.entity(entity);
  const records = await parts.records.readMany({ actor, entity, ids, fields: [title] }, tx);
  return new Map(
    ids.map((id, index) => {
      const name = records[index]?.[title];
      return [id, typeof name === 'string' ? name : null];
    }),
  );
}
