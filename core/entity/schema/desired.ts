/** What the database must have for a definition. */
import { createHash } from 'node:crypto';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { fieldType } from '../field-types/all.ts';
import { formulaIndex, formulaSql } from '../formula/formula-sql.ts';
import { bareTable, quoted, snake } from '../names.ts';

export interface DesiredColumn {
  /** Not quoted. */
  name: string;
  type: string;
  /** The field it belongs to; undefined for system columns. */
  field?: string;
  /** The name it had before. */
  was?: string;
  /** The column that held its values when the field was of another type. */
  heldBefore?: string;
  /** Entity its foreign key leads to; `user` for people. */
  references?: string;
  /** Text of the value that the rows which are there get with the column. */
  initial?: string;
}

export interface DesiredSequence {
  /** Not quoted, in the schema `data`. */
  name: string;
  field: string;
  start: number;
}

export interface DesiredIndex {
  name: string;
  isUnique: boolean;
  /** What follows the table in `create index`. */
  body: string;
  fields: readonly string[];
}

export interface DesiredTable {
  entity: string;
  /** Not quoted, in the schema `data`. */
  table: string;
  /** The column by which people know a record. */
  title: string;
  columns: DesiredColumn[];
  indexes: DesiredIndex[];
  sequences: DesiredSequence[];
}

export const systemColumns: readonly DesiredColumn[] = [
  { name: 'id', type: 'uuid' },
  { name: 'version', type: 'bigint' },
  { name: 'owner_id', type: 'uuid', references: 'user' },
  { name: 'created_at', type: 'timestamp with time zone' },
  { name: 'created_by', type: 'text' },
  { name: 'updated_at', type: 'timestamp with time zone' },
  { name: 'updated_by', type: 'text' },
  { name: 'deleted_at', type: 'timestamp with time zone' },
  { name: 'search', type: 'text' },
];

export function desiredTable(definition: EntityDefinition): DesiredTable {
  const table = bareTable(definition.id);
  const columns = [...systemColumns];
  for (const [field, one] of Object.entries(definition.fields))
    fieldType(one)
      .columns(one)
      .forEach(({ suffix, type, references, heldBefore }, part) => {
        const initial = initialOf(one)?.[part] ?? undefined;
        columns.push({
          name: snake(field) + suffix,
          type: longName(type),
          field,
          ...(one.was && { was: snake(one.was) + suffix }),
          ...(references && { references }),
          ...(heldBefore && { heldBefore: snake(field) + heldBefore }),
          ...(initial !== undefined && { initial }),
        });
      });
  const indexes = desiredIndexes(definition, table, columns);
  const sequences = Object.entries(definition.fields)
    .filter(([, { type }]) => type === 'autoNumber')
    .map(([field, { start }]) => ({ name: sequenceName(definition.id, field), field, start: start ?? 1 }));
  const title = columns.find(({ field }) => field === definition.title)?.name ?? 'id';
  return { entity: definition.id, table, title, columns, indexes, sequences };
}

/** Not quoted, in the schema `data`. */
export const sequenceName = (entity: string, field: string): string =>
  indexName(bareTable(entity), [snake(field), 'number']);

/** The literal default, as texts of its columns. */
function initialOf(field: FieldDefinition): (string | null)[] | undefined {
  if (field.default === undefined || field.default === null) return undefined;
  const spec = fieldType(field);
  const parsed = spec.isComputed ? undefined : spec.parse(field.default, field, { currency: 'USD' });
  return parsed?.ok && parsed.value !== null && parsed.value !== undefined
    ? spec.toColumns(parsed.value)
    : undefined;
}

/** As `format_type` of the catalog says it. */
const longName = (type: string): string => type.replace('timestamptz', 'timestamp with time zone');

function desiredIndexes(
  definition: EntityDefinition,
  table: string,
  columns: readonly DesiredColumn[],
): DesiredIndex[] {
  const indexes: DesiredIndex[] = [];
  const columnOf = (field: string): string =>
    field === 'owner' ? 'owner_id' : (columns.find((column) => column.field === field)?.name ?? snake(field));
  const add = (fields: readonly string[], parts: readonly string[] = fields.map(columnOf)): void => {
    const body = `(${[...parts, 'id'].map(quoted).join(', ')})`;
    if (!indexes.some((index) => index.body === body))
      indexes.push({ name: indexName(table, parts), isUnique: false, body, fields });
  };
  if (definition.search.length > 0)
    indexes.push({
      name: indexName(table, ['search']),
      isUnique: false,
      // A longer pending list makes merging into the index cheaper for imports.
      body: 'using gin (search gin_trgm_ops) with (gin_pending_list_limit = 16384)',
      fields: definition.search,
    });
  // Of the few that wait in the bin, and of those alone.
  indexes.push({
    name: indexName(table, ['deleted']),
    isUnique: false,
    body: '(deleted_at) where deleted_at is not null',
    fields: [],
  });
  add(['createdAt']);
  add(['updatedAt']);
  if (definition.owner) add(['owner']);
  if (definition.keptFor) add([definition.keptFor.after]);
  for (const [field, one] of Object.entries(definition.fields)) {
    if (one.type === 'relation' || one.type === 'user') add([field]);
    if (one.type === 'relationMany')
      indexes.push({
        name: indexName(table, [columnOf(field)]),
        isUnique: false,
        // Most records of many an entity have none: they cost the index nothing.
        body: `using gin (${quoted(columnOf(field))}) where ${quoted(columnOf(field))} is not null`,
        fields: [field],
      });
    if (one.type === 'secret' && one.isFindable) add([field], [`${snake(field)}_hash`]);
    const formula = one.isIndexed ? formulaSql(definition, one) : null;
    if (formula && !('reason' in formula) && formula.isImmutable) {
      const body = `((${formula.ownSql}), "id")`;
      indexes.push({ name: formulaIndex(table, formula.ownSql), isUnique: false, body, fields: [field] });
    }
    if (one.unique)
      indexes.push({
        name: indexName(table, [columnOf(field), 'unique']),
        isUnique: true,
        body: `(${quoted(columnOf(field))}) where deleted_at is null`,
        fields: [field],
      });
  }
  const title = definition.fields[definition.title];
  if (title && fieldType(title).isSortable && !title.unique) add([definition.title]);
  for (const fields of definition.indexes) add(fields);
  for (const { fields } of Object.values(definition.uniques ?? {})) {
    const parts = fields.flatMap((field) =>
      columns.filter((column) => column.field === field || (field === 'owner' && column.name === 'owner_id')),
    );
    const names = parts.map(({ name }) => name);
    indexes.push({
      name: indexName(table, [...names, 'together']),
      isUnique: true,
      body: `(${names.map(quoted).join(', ')}) where deleted_at is null`,
      fields,
    });
  }
  return indexes;
}

/** PostgreSQL cuts names at 63 bytes; a hash keeps long ones apart. */
function indexName(table: string, parts: readonly string[]): string {
  const name = [table, ...parts, 'index'].join('_');
  if (name.length <= 63) return name;
  return `${name.slice(0, 48)}_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

/** Whether a unique index has a name that is made here: what somebody else put on a table stays. */
export const isOwnUnique = (name: string): boolean =>
  /_(unique|together)_index$|_[0-9a-f]{12}$|^next_[0-9a-f]{12}_index$/.test(name);
