/** Whether a definition can be: everything wrong with it at once, before a table is touched. */
import { invalid, type FieldError } from '../../errors.ts';
import {
  systemFields,
  type EntityDefinition,
  type FieldDefinition,
  type KeptFor,
  type LocalText,
} from '../definition.ts';
import { fieldTypes } from '../field-types/all.ts';
import { ExpressionError } from '../../expression/index.ts';
import { compileOrError, expressionRefusal, formulaRefusal } from '../formula/check-formula.ts';
import { moneyOf } from '../formula/formula-currency.ts';
import { isRelation } from '../field-types/is-relation.ts';
import { indexRefusal } from '../formula/formula-sql.ts';
import { snake } from '../names.ts';
import { isAskable } from '../computed-shape.ts';
import { rollupPath } from '../rollup-path.ts';
import { rollupResult } from '../rollup-result.ts';
import { checkRules } from '../rule/check-rules.ts';
import { systemColumns } from './desired.ts';

const entityId = /^[a-z][a-z0-9-]{0,40}(\.[a-z][a-z0-9-]{0,30})?$/;
/** A hundred years. */
const mostDays = 36_525;
const fieldId = /^(x_[a-z][a-z0-9_]{0,40}|[a-z][a-zA-Z0-9]{0,40})$/;

export interface KnownEntities {
  get(entity: string): EntityDefinition | undefined;
}

/** Throws problem `validation` (422). */
export function checkDefinition(definition: EntityDefinition, known: KnownEntities): void {
  const errors: FieldError[] = [];
  const fail = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    errors.push({ pointer, code, params: { entity: definition.id, ...params } });
  };
  if (!entityId.test(definition.id) || definition.id === 'user') fail('/id', 'entity-id-invalid');
  const columns = new Map<string, string>(systemColumns.map(({ name }) => [name, name]));
  for (const [id, field] of Object.entries(definition.fields)) {
    const failField = (code: string, params?: Record<string, unknown>): void =>
      fail(`/fields/${id.slice(0, 80)}`, code, { field: id.slice(0, 80), type: field.type, ...params });
    if (!fieldId.test(id)) failField('field-id-invalid');
    else if ((systemFields as readonly string[]).includes(id)) failField('field-id-taken');
    else checkField({ definition, field, known, fail: failField, columns, id });
  }
  checkReferences(definition, known, fail);
  checkRules(definition, fail);
  if (errors.length > 0) throw invalid(errors);
}

interface FieldInput {
  definition: EntityDefinition;
  id: string;
  field: FieldDefinition;
  known: KnownEntities;
  columns: Map<string, string>;
  fail(code: string, params?: Record<string, unknown>): void;
}

function checkField({ definition, id, field, known, columns, fail }: FieldInput): void {
  const spec = fieldTypes.get(field.type);
  if (!spec) return fail('field-type-missing');
  // It is known not to work, and has no column.
  if (field.broken) return;
  const refusal = spec.refuse?.(field);
  if (refusal) return fail(refusal.code, refusal.params);
  for (const { suffix } of spec.columns(field)) {
    const name = snake(id) + suffix;
    const other = columns.get(name);
    if (other !== undefined) fail('field-column-taken', { other });
    columns.set(name, id);
  }
  if (isRelation(field)) {
    if (!known.get(field.entity!)) fail('relation-target-unknown', { target: field.entity });
    if (field.required && field.onDelete === 'clear') fail('relation-required-clear');
  }
  if (field.unique && (spec.kind === 'list' || spec.kind === 'opaque')) fail('field-not-unique-able');
  if (field.type === 'formula') {
    const failFormula: FieldInput['fail'] = (code, params) =>
      fail(code, { ...params, field: told(field.label, id) });
    checkFormula(definition, field, failFormula);
  }
  if (field.type === 'memberCount' && !definition.members) fail('members-missing');
  if (field.type === 'rollup') checkRollup({ id, field, known, fail });
  if (field.defaultExpression !== undefined) {
    if (field.default !== undefined && field.default !== null) fail('default-twice');
    const refusal = expressionRefusal(definition, field.defaultExpression, { bindings: ['actor'] });
    if (refusal) fail(refusal.code, { ...refusal.params, field: told(field.label, id) });
  }
  if (field.default !== undefined && field.default !== null) {
    const parsed = spec.parse(field.default, field, { currency: 'USD' });
    if (!parsed.ok) fail('default-invalid', { reason: parsed.code });
  }
}

/** A label in both languages, whichever of them there is; the id without one. */
const told = (label: LocalText | undefined, id: string): Record<string, string> | string => {
  const [first] = Object.values(label ?? {}).filter(Boolean);
  return first === undefined ? id : { en: label?.en || first, 'zh-CN': label?.['zh-CN'] || first };
};

function checkFormula(definition: EntityDefinition, field: FieldDefinition, fail: FieldInput['fail']): void {
  const refusal = formulaRefusal(definition, field);
  if (refusal) return fail(refusal.code, refusal.params);
  const result = fieldTypes.get(field.result!.type);
  if (field.result!.type === 'money') {
    const compiled = compileOrError(field.expression ?? '');
    if (compiled instanceof ExpressionError || moneyOf(definition, compiled.roots).length === 0)
      return fail('formula-no-money');
  } else if (!result || result.isComputed || result.columns(field.result!).length !== 1)
    return fail('formula-result', { type: field.result!.type });
  const unindexed = field.isIndexed && indexRefusal(definition, field);
  if (unindexed) fail(unindexed);
}

function checkRollup({ id, field, known, fail }: Pick<FieldInput, 'id' | 'field' | 'known' | 'fail'>): void {
  const { entity, by, field: measured } = field.rollup!;
  const child = known.get(entity);
  const rollup = { entity, rollup: told(field.label, id) };
  if (!child || !rollupPath(field.rollup!, (id) => known.get(id)))
    return fail('rollup-relation-unknown', { target: entity, by });
  const isAsked = measured === undefined || isAskable(child, measured);
  if (
    field.rollup!.function !== 'count' &&
    !(isAsked && rollupResult(field.rollup!, child.fields[measured ?? '']))
  )
    fail('rollup-field-wrong', { ...rollup, field: measured });
  const unknown = filterNames(field.rollup!.where).find((name) => !knowsPath(child, name, known));
  if (unknown !== undefined) fail('rollup-filter-unknown', { ...rollup, field: unknown.slice(0, 80) });
}

/** The paths that a filter asks about. */
const filterNames = (filter: unknown): string[] =>
  typeof filter !== 'object' || filter === null
    ? []
    : Object.entries(filter).flatMap(([key, value]) =>
        key === 'and' || key === 'or'
          ? (Array.isArray(value) ? value : []).flatMap(filterNames)
          : key === 'not'
            ? filterNames(value)
            : [key],
      );

function knowsPath(definition: EntityDefinition, path: string, known: KnownEntities): boolean {
  let at: EntityDefinition | undefined = definition;
  for (const name of path.split('.')) {
    if (!at) return false;
    const field: FieldDefinition | undefined = at.fields[name];
    if (!field && !(systemFields as readonly string[]).includes(name)) return false;
    // What is asked of people is checked when it is asked.
    if (field?.type === 'user' || name === 'owner') return true;
    at = field?.entity === undefined ? undefined : known.get(field.entity);
  }
  return true;
}

function checkReferences(
  definition: EntityDefinition,
  known: KnownEntities,
  fail: (pointer: string, code: string, params?: Record<string, unknown>) => void,
): void {
  const has = (name: string): boolean =>
    name in definition.fields || (systemFields as readonly string[]).includes(name);
  if (!(definition.title in definition.fields)) fail('/title', 'title-unknown', { field: definition.title });
  for (const path of definition.search) {
    const [name, target, ...rest] = path.split('.');
    const field = definition.fields[name!];
    const other = field?.entity === undefined ? undefined : known.get(field.entity);
    const isFine =
      field &&
      !['secret', 'file'].includes(field.type) &&
      rest.length === 0 &&
      (target === undefined || field.type === 'user' || (other && target in other.fields));
    if (!isFine) fail('/search', 'search-unknown', { field: path });
  }
  if (definition.keptFor) checkKept(definition, definition.keptFor, fail);
  for (const index of definition.indexes)
    for (const name of index) if (!has(name)) fail('/indexes', 'index-unknown', { field: name });
}

function checkKept(
  { fields }: EntityDefinition,
  { days, after }: KeptFor,
  fail: (pointer: string, code: string, params?: Record<string, unknown>) => void,
): void {
  const isDate = ['date', 'dateTime'].includes(fields[after]?.type ?? '');
  if (!isDate && after !== 'createdAt' && after !== 'updatedAt')
    fail('/keptFor/after', 'kept-after-no-date', { field: after });
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    fail('/keptFor/days', 'kept-days', { most: mostDays });
}
