/** The records of a test: taken from the database when it is kept, put back as they were whenever it runs. */
import { isRelation } from '../../entity/field-types/is-relation.ts';
import { systemActor } from '../../access/actor.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { RecordData, Values } from '../../entity/definition.ts';
import type { Change } from '../../entity/record-store.ts';
import type { EngineParts } from '../shell/options.ts';
import { people } from '../shell/sql/people.ts';
import type { Subject } from '../step/types.ts';
import type { FixtureRecord } from './test-content.ts';

/** Computed, given out or kept elsewhere: a test does not write them. */
const left = new Set(['formula', 'rollup', 'memberCount', 'autoNumber', 'secret', 'file']);

/** The record and what it refers to, as the flow itself reads them. */
export async function takeFixtures(
  parts: EngineParts,
  { flow, subject }: { flow: string; subject: Subject },
): Promise<FixtureRecord[]> {
  const actor = await parts.identity.flowActor(flow);
  const read = async ({ entity, id }: Subject): Promise<FixtureRecord | null> => {
    const [record] = await parts.records.readMany({ actor, entity, ids: [id] });
    return record ? { entity, id, values: writable(parts, entity, record) } : null;
  };
  const own = await read(subject);
  if (!own) return [];
  const { fields } = parts.registry.entity(subject.entity);
  const related = Object.entries(fields).flatMap(([name, { type, entity }]): Subject[] => {
    if (!isRelation({ type }) || entity === undefined) return [];
    const ids = [own.values[name]].flat().filter((id) => typeof id === 'string' && id !== subject.id);
    return ids.map((id) => ({ entity, id: String(id) }));
  });
  const found = await Promise.all(related.map(read));
  return [...found.filter((one) => one !== null).map(alone), own];

  // What a related record refers to in turn is not kept with it.
  function alone(one: FixtureRecord): FixtureRecord {
    const definitions = parts.registry.entity(one.entity).fields;
    const values = Object.entries(one.values).filter(([name]) => {
      const field = definitions[name];
      return field === undefined || !isRelation(field);
    });
    return { ...one, values: Object.fromEntries(values) };
  }
}

function writable({ registry }: EngineParts, entity: string, record: RecordData): Values {
  const { fields, owner } = registry.entity(entity);
  const values: Values = {};
  for (const [name, { type }] of Object.entries(fields))
    if (!left.has(type) && record[name] !== undefined) values[name] = written(record[name]);
  if (owner && record['owner']) values['owner'] = written(record['owner']);
  return values;
}

/** References are read as `{id, title}` and written as ids. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value ? value.id : value;
}

/** Problem `trial-arrange` (422) where the records cannot be as they were. */
export async function putFixtures(
  tx: Tx,
  { records: store, registry }: EngineParts,
  records: readonly FixtureRecord[],
): Promise<void> {
  for (const record of records) {
    const { entity, id } = record;
    if (!registry.hasEntity(entity))
      throw new Problem({ status: 422, code: 'trial-arrange', params: { entity, reason: entity } });
    const values = await existing(tx, registry, record);
    const write = async (change: Change): Promise<Problem | null> => {
      const [result] = await store.write(
        { actor: systemActor, changes: [change], cause: { trial: 'arranged' }, isQuiet: true },
        tx,
      );
      return result?.ok === false ? result.problem : null;
    };
    const [found] = await store.readMany({ actor: systemActor, entity, ids: [id], fields: ['id'] }, tx);
    const isThere = found !== null || (await write({ op: 'restore', entity, id })) === null;
    const problem = await write(
      isThere ? { op: 'update', entity, id, values } : { op: 'create', entity, id, values },
    );
    if (problem)
      throw new Problem({
        status: 422,
        code: 'trial-arrange',
        params: {
          entity,
          reason: problem.errors?.map(({ pointer }) => pointer.slice(1)).join(', ') ?? problem.code,
        },
      });
  }
}

/** Fields that were removed since, and people who are gone, are left out. */
async function existing(
  tx: Tx,
  registry: EngineParts['registry'],
  { entity, values }: FixtureRecord,
): Promise<Values> {
  const { fields } = registry.entity(entity);
  const kept = Object.entries(values).filter(([name]) => name === 'owner' || fields[name] !== undefined);
  const users = kept.flatMap(([name, value]) =>
    (name === 'owner' || fields[name]?.type === 'user') && typeof value === 'string' ? [value] : [],
  );
  const known = users.length > 0 ? await people(tx, users) : new Map<string, unknown>();
  return Object.fromEntries(
    kept.filter(([, value]) => !users.includes(String(value)) || known.has(String(value))),
  );
}
