/** Records with the paths an expression asks for: `product.salesPrice` reads the product too, and nests it. */
import type { Actor } from '../../access/actor.ts';
import type { Db } from '../../db/connect.ts';
import type { FieldDefinition } from '../../entity/definition.ts';
import { isRelation } from '../../entity/field-types/is-relation.ts';
import { toExpressionRecord } from '../../expression/index.ts';
import type { Value, Variables } from '../step/types.ts';
import type { ShellParts } from './options.ts';
import { people } from './sql/people.ts';

export interface Wanted {
  entity: string;
  id: string;
  /** `name`, `product.salesPrice`; `*` is the whole record. */
  paths: readonly string[];
}

interface ReadInput {
  db: Db;
  parts: Pick<ShellParts, 'registry'> & { records: Pick<ShellParts['records'], 'readMany'> };
  actor: Actor;
  wanted: readonly Wanted[];
}

/** By `<entity>/<id>`; what is not there or not to be seen is absent. */
export async function readRecords({ db, parts, actor, wanted }: ReadInput): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  for (const [entity, group] of Map.groupBy(wanted, (one) => one.entity)) {
    const ids = [...new Set(group.map((one) => one.id))];
    const paths = [...new Set(group.flatMap((one) => one.paths))].map((path) => path.split('.'));
    const records = await readNested({ db, parts, actor, entity, ids, paths });
    for (const [id, record] of records) found.set(`${entity}/${id}`, record);
  }
  return found;
}

interface NestedInput extends Omit<ReadInput, 'wanted'> {
  entity: string;
  ids: readonly string[];
  paths: readonly (readonly string[])[];
}

async function readNested(input: NestedInput): Promise<Map<string, Variables>> {
  const { db, parts, actor, entity, ids, paths } = input;
  if (entity === 'user') {
    const found = await people(db, ids);
    await nestPaths({ db, parts, actor, entity, paths, records: [...found.values()] });
    return found;
  }
  const definition = parts.registry.entity(entity);
  const isWhole = paths.some(([first]) => first === '*');
  const fields = isWhole
    ? undefined
    : [...new Set(paths.map(([first]) => first!))].filter((name) => name !== 'id' && name !== 'version');
  const rows = await parts.records.readMany({ actor, entity, ids, fields }, db);
  const typeOf = (field: string): string | undefined => definition.fields[field]?.type;
  const records = new Map(
    rows.flatMap((row) => (row ? [[row.id, toExpressionRecord(row, typeOf)] as const] : [])),
  );
  await nestPaths({ db, parts, actor, entity, paths, records: [...records.values()] });
  return records;
}

export interface NestPaths extends Omit<ReadInput, 'wanted'> {
  entity: string;
  paths: readonly (readonly string[])[];
  /** References in them are `{id}`; they are changed in place. */
  records: readonly Variables[];
}

/** Reads what paths over relations ask for, and puts it into the records. */
export async function nestPaths({ entity, paths, records, ...input }: NestPaths): Promise<void> {
  const fields = entity === 'user' ? undefined : input.parts.registry.entity(entity).fields;
  for (const [name, deeper] of deeperPaths(paths)) {
    const target = fields ? targetOf(fields[name], name) : name === 'manager' ? 'user' : undefined;
    if (target) await nest({ ...input, entity: target, paths: deeper }, records, name);
  }
}

/** Paths that go on behind a field, by that field. */
function deeperPaths(paths: readonly (readonly string[])[]): Map<string, string[][]> {
  const long = paths.filter((path) => path.length > 1 && !isReferenceMember(path));
  return new Map(
    [...Map.groupBy(long, (path) => path[0]!)].map(([name, group]) => [
      name,
      group.map((path) => path.slice(1)),
    ]),
  );
}

/** A relation has its id already, and most have their title. */
const isReferenceMember = (path: readonly string[]): boolean => path.length === 2 && path[1] === 'id';

function targetOf(field: FieldDefinition | undefined, name: string): string | undefined {
  if (field && isRelation(field)) return field.entity;
  return field?.type === 'user' || ['owner', 'createdBy', 'updatedBy'].includes(name) ? 'user' : undefined;
}

async function nest(
  input: Omit<NestedInput, 'ids'>,
  records: readonly Variables[],
  name: string,
): Promise<void> {
  const ids = [...new Set(records.flatMap((record) => referencesIn(record[name]).map(({ id }) => id)))];
  if (ids.length === 0) return;
  const targets = await readNested({ ...input, ids });
  const whole = (one: Reference): Value => ({ ...one, ...targets.get(one.id) });
  for (const record of records) {
    const value = record[name];
    if (Array.isArray(value)) record[name] = referencesIn(value).map(whole);
    else for (const one of referencesIn(value)) record[name] = whole(one);
  }
}

interface Reference extends Variables {
  id: string;
}

/** A relation to one or to many as a list of what it leads to. */
const referencesIn = (value: Value | undefined): Reference[] =>
  (Array.isArray(value) ? value : [value]).filter(
    // The cast: whatever has an id is a reference.
    (one): one is Reference => typeof (one as Partial<Reference> | null | undefined)?.id === 'string',
  );
