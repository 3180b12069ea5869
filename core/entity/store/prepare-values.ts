/** From what a caller wrote to canonical values by field, or everything that is wrong with it. */
import type { EntityGrants } from '../../access/grants.ts';
import type { Action } from '../../access/role.ts';
import type { FieldError } from '../../errors.ts';
import { systemFields, type Values } from '../definition.ts';
import { isListPatch, patchedList } from '../field-types/list-patch.ts';
import { parseId } from '../field-types/relation.ts';
import type { EntityModel } from '../model.ts';

export interface Prepared {
  /** By place in `model.stored`; undefined where nothing was given, null where it is to be empty. */
  values: unknown[];
  owner: string | null | undefined;
  /** What the record held before, by place in `model.stored`; absent for a new one. */
  current?: readonly unknown[];
  errors: FieldError[];
}

export interface PrepareContext {
  model: EntityModel;
  action: Extract<Action, 'create' | 'update'>;
  grants: EntityGrants;
  currency: string;
  /** What the record holds, by place in `model.stored`: what a change to a list starts from. */
  current?: readonly unknown[];
}

export function prepareValues(given: Values, context: PrepareContext): Prepared {
  const { model, action } = context;
  const prepared: Prepared = {
    values: Array.from({ length: model.stored.length }),
    owner: undefined,
    ...(context.current && { current: context.current }),
    errors: [],
  };
  for (const name of Object.keys(given)) prepareField({ name, value: given[name], prepared, context });
  if (action === 'create') addDefaults(prepared, context);
  return prepared;
}

interface FieldInput {
  name: string;
  value: unknown;
  prepared: Prepared;
  context: PrepareContext;
}

function prepareField(input: FieldInput): void {
  const { name, value, prepared, context } = input;
  const index = context.model.indexOf.get(name);
  const refusal = refusalOf(input, index);
  if (refusal) return fail(input, refusal);
  if (value === undefined) return;
  if (index === undefined) return prepareOwner(input);
  const { definition, spec } = context.model.stored[index]!;
  const whole =
    spec.kind === 'list' && isListPatch(value) ? patchedList(context.current?.[index], value) : value;
  const result = whole === null ? empty : spec.parse(whole, definition, context);
  if (!result.ok) return fail(input, result.code, result.params);
  if (result.value === null && definition.required) return fail(input, 'required');
  prepared.values[index] = result.value;
}

const empty = { ok: true as const, value: null };

function fail({ name, prepared }: FieldInput, code: string, params?: Record<string, unknown>): void {
  const field = name.slice(0, 80);
  const pointer = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  prepared.errors.push({ pointer, code, params: { field, ...params } });
}

/** Why the field may not be set at all, whatever its value. */
function refusalOf({ name, context }: FieldInput, index: number | undefined): string | undefined {
  const { model, grants, action } = context;
  if (index === undefined && name !== 'owner') {
    if (model.computed.has(name)) return 'field-computed';
    return (systemFields as readonly string[]).includes(name) ? 'field-system' : 'field-unknown';
  }
  const rules = grants.fields.get(name);
  if (!rules) return undefined;
  if (rules.visible.kind === 'none' && rules.masked.kind === 'none') return 'field-unknown';
  return rules[action].kind === 'none' ? 'field-not-writable' : undefined;
}

function prepareOwner(input: FieldInput): void {
  const owner = input.value === null ? empty : parseId(input.value);
  if (!owner.ok) fail(input, owner.code);
  // An id that was parsed is text.
  else input.prepared.owner = owner.value as string | null;
}

function addDefaults(prepared: Prepared, context: PrepareContext): void {
  const { stored } = context.model;
  for (let index = 0; index < stored.length; index++) {
    if (prepared.values[index] !== undefined) continue;
    const { id, definition, spec } = stored[index]!;
    if (definition.default !== undefined && definition.default !== null) {
      const result = spec.parse(definition.default, definition, context);
      if (result.ok) prepared.values[index] = result.value;
    } else if (
      definition.required &&
      definition.defaultExpression === undefined &&
      !prepared.errors.some(({ pointer }) => pointer === `/${id}`)
    )
      prepared.errors.push({ pointer: `/${id}`, code: 'required', params: { field: id } });
  }
}
