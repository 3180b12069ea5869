/** Which columns a question needs, and how a row of them becomes a record. */
import { mask } from '../../access/mask.ts';
import type { Rule } from '../../access/rule/rule.ts';
import { ruleToSql } from '../../access/rule/to-sql.ts';
import type { Bindings } from '../../db/bindings.ts';
import { invalid } from '../../errors.ts';
import { systemFields, type FieldDefinition, type RecordData } from '../definition.ts';
import { compile } from '../../expression/index.ts';
import { fieldType } from '../field-types/all.ts';
import { currencyIn, moneyOf } from '../formula/formula-currency.ts';
import { readFormula } from '../formula/read-formula.ts';
import type { EntityModel, StoredField } from '../model.ts';
import { addFile } from './file-sql.ts';
import { addSecret } from './secret-sql.ts';
import { readableSql, type Asking } from './guard.ts';
import { addRelated } from './related-sql.ts';
import { rollupSql } from './rollup-sql.ts';

/** `{id, title}` of people, whose titles are filled in afterwards. */
export interface PersonRef {
  id: string;
  title: string | null;
}

export interface Selection {
  columns: string[];
  joins: string[];
  /** Adds the people it meets to `people`. */
  decode(row: readonly unknown[], people: PersonRef[]): RecordData;
}

interface Reader {
  id: string;
  /** How many columns it takes. */
  width: number;
  read(row: readonly unknown[], from: number, people: PersonRef[]): unknown;
}

export interface SelectionInput {
  asking: Asking;
  model: EntityModel;
  /** All that the actor may see when absent. */
  fields: readonly string[] | undefined;
  bindings: Bindings;
}

export function selectionOf(input: SelectionInput): Selection {
  const columns: string[] = [];
  const joins: string[] = [];
  const readers: Reader[] = [];
  for (const id of namesOf(input)) {
    const before = columns.length;
    const read = addField({ ...input, id, columns, joins });
    readers.push({ id, width: columns.length - before, read });
  }
  return {
    columns,
    joins,
    decode: (row, people) => {
      const record: Record<string, unknown> = {};
      let from = 0;
      for (const reader of readers) {
        record[reader.id] = reader.read(row, from, people);
        from += reader.width;
      }
      // `id` and `version` are always among the fields.
      return record as RecordData;
    },
  };
}

const shownSystem = systemFields.filter((id) => id !== 'deletedAt');

function namesOf({ asking, model, fields }: SelectionInput): string[] {
  const { access } = asking.context;
  const grants = access.grants(asking.actor, model.id);
  const isHidden = (id: string): boolean => {
    const rules = grants.fields.get(id);
    return rules !== undefined && rules.visible.kind === 'none' && rules.masked.kind === 'none';
  };
  if (!fields) {
    const all = [...shownSystem, ...model.stored.map(({ id }) => id), ...model.computed.keys()];
    return all.filter((id) => !isHidden(id));
  }
  const wrong = fields.filter(
    (id) => (!model.shape.fields.has(id) && !model.computed.has(id)) || isHidden(id),
  );
  if (wrong.length > 0)
    throw invalid(
      wrong.map((id) => ({ pointer: '/fields', code: 'field-unknown', params: { field: id.slice(0, 80) } })),
    );
  return [...new Set(['id', 'version', ...fields])];
}

interface AddInput extends SelectionInput {
  id: string;
  columns: string[];
  joins: string[];
}

function addField(input: AddInput): Reader['read'] {
  const { model, id, columns } = input;
  const rules = input.asking.context.access.grants(input.asking.actor, model.id).fields.get(id);
  const before = columns.length;
  const read = addValue(input);
  if (!rules || rules.visible.kind === 'all') return read;
  // Shown, masked or left out record by record: two columns behind the value say which.
  const width = columns.length - before;
  const type = model.definition.fields[id]?.type;
  columns.push(condition(input, rules.visible), condition(input, rules.masked));
  return (row, from, people) => {
    if (row[from + width] === true) return read(row, from, people);
    return row[from + width + 1] === true ? mask(read(row, from, []), type) : null;
  };
}

const condition = ({ asking, bindings }: SelectionInput, rule: Rule): string =>
  ruleToSql(rule, { alias: 't', bindings, actor: asking.actor, shapes: asking.context.models.shapes });

function addValue(input: AddInput): Reader['read'] {
  const { model, id, columns } = input;
  const index = model.indexOf.get(id);
  if (index !== undefined) return addStored(input, model.stored[index]!);
  const computed = model.computed.get(id);
  if (computed?.broken) return () => null;
  if (computed?.type === 'formula') return addFormula(input, computed);
  if (computed?.type === 'rollup') {
    const { sql, read } = rollupSql(input, computed);
    columns.push(sql);
    return (row, from) => read(row[from]);
  }
  const shape = model.shape.fields.get(id)!;
  columns.push(shape.sql('t'));
  if (id === 'owner' || id === 'createdBy' || id === 'updatedBy') return readPerson;
  return shape.kind === 'instant' ? readInstant : (row, from) => row[from];
}

/** The operands are read beside the value's place; whoever does not always see one of them gets no value. */
function addFormula(input: AddInput, field: FieldDefinition): Reader['read'] {
  const { asking, model, columns } = input;
  const { context, actor } = asking;
  const { roots } = compile(field.expression!);
  if (roots.some((root) => !context.access.alwaysSees(actor, model.id, root))) return () => null;
  const shape = model.shape.fields.get(input.id)!;
  if (shape.kind !== 'opaque') {
    const spec = fieldType(field.result!);
    const parts = [shape.sql('t'), ...(shape.currency ? [shape.currency('t')] : [])];
    columns.push(...parts);
    return (row, from) =>
      row[from] === null ? null : spec.fromColumns(row.slice(from, from + parts.length));
  }
  const start = columns.length;
  const operands = roots.map((root) => {
    const offset = columns.length - start;
    return { root, offset, read: addValue({ ...input, id: root }) };
  });
  const money = moneyOf(model.definition, roots);
  const typeOf = (name: string): string | undefined => model.definition.fields[name]?.type;
  return (row, from) => {
    const values = Object.fromEntries(
      operands.map(({ root, offset, read }) => [root, read(row, from + offset, [])]),
    );
    const currency = currencyIn(money, values);
    return readFormula(field, { values, currency, typeOf, now: context.now(), timeZone: context.timeZone() });
  };
}

const readInstant: Reader['read'] = (row, from) => {
  const value = row[from];
  return value instanceof Date ? value.toISOString() : null;
};

/** The title is the id until names are filled in, so that a flow or a key shows as what it is. */
const readPerson: Reader['read'] = (row, from, people) => {
  if (typeof row[from] !== 'string') return null;
  const person: PersonRef = { id: row[from], title: row[from] };
  people.push(person);
  return person;
};

function addStored(input: AddInput, field: StoredField): Reader['read'] {
  const { columns, joins, model } = input;
  if (field.definition.type === 'file') return addFile({ columns, joins, entity: model.id }, field);
  if (field.definition.type === 'secret') return addSecret({ columns, entity: model.id }, field);
  if (field.definition.type === 'relationMany') return addRelated(input, field);
  columns.push(...field.columns.map(({ name }) => `t.${name}`));
  if (field.definition.type === 'user') return readPerson;
  if (field.definition.type === 'relation') return addTitle(input, field);
  const { spec } = field;
  const width = field.columns.length;
  if (width === 1) return (row, from) => (row[from] === null ? null : spec.fromColumns([row[from]]));
  return (row, from) => (row[from] === null ? null : spec.fromColumns(row.slice(from, from + width)));
}

/**
 * The title of the related record, joined only if the actor may see that record and its title: null is a record that is
 * not for them, an empty title one that has none.
 */
function addTitle({ asking, bindings, columns, joins }: AddInput, field: StoredField): Reader['read'] {
  const target = asking.context.models.get(field.definition.entity!);
  const title = target.stored[target.indexOf.get(target.definition.title) ?? -1];
  if (!title || !asking.context.access.alwaysSees(asking.actor, target.id, title.id)) {
    columns.push('null');
    return readRelation;
  }
  const alias = `j${joins.length}`;
  const readable = readableSql(asking, target.id, { alias, bindings });
  joins.push(
    `left join ${target.table} ${alias} on ${alias}.id = t.${field.columns[0]!.name}${readable === 'true' ? '' : ` and ${readable}`}`,
  );
  columns.push(
    `case when ${alias}.id is not null then coalesce(${alias}.${title.columns[0]!.name}::text, '') end`,
  );
  return readRelation;
}

const readRelation: Reader['read'] = (row, from) =>
  row[from] === null ? null : { id: row[from], title: row[from + 1] ?? null };
