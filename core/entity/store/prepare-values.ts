/** From what a caller wrote to canonical values by field, or everything that is wrong with it. */
import type { EntityGrants } from '../../access/grants.ts';
import type { Action } from '../../access/role.ts';
import type { FieldError } from '../../errors.ts';
import { systemFields, type Values } from '../definition.ts';
import { parseId } from '../field-types/relation.ts';
import type { EntityModel } from '../model.ts';

export interface Prepared {
  /** By place in `model.stored`; undefined where nothing was given, null where it is to be empty. */
  values: unknown[];
  owner: string | null | undefined;
  errors: FieldError[];
}

export interface PrepareContext {
  model: EntityModel;
  action: Extract<Action, 'create' | 'update'>;
  grants: EntityGrants;
  currency: string;
}

export function prepareValues(given: Values, context: PrepareContext): Prepared {
  const { model, action } = context;
  const prepared: Prepared = {
    values: Array.from({ length: model.stored.length }),
    owner: undefined,
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

function prepareField({ name, value, prepared, context }: FieldInput): void {
  const { model, grants, action } = context;
  const pointer = `/${name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const fail = (code: string, params?: Record<string, unknown>): void => {
    prepared.errors.push({ pointer, code, params: { field: name.slice(0, 80), ...params } });
  };
  const index = model.indexOf.get(name);
  const rules = grants.fields.get(name);
  const isHidden = rules?.visible.kind === 'none' && rules.masked.kind === 'none';
  if (index === undefined && name !== 'owner') {
    if (model.computed.has(name)) return fail('field-computed');
    return fail((systemFields as readonly string[]).includes(name) ? 'field-system' : 'field-unknown');
  }
  if (isHidden) return fail('field-unknown');
  if (rules && rules[action].kind === 'none') return fail('field-not-writable');
  if (index === undefined) {
    const owner = value === null ? { ok: true as const, value: null } : parseId(value);
    if (owner.ok) prepared.owner = owner.value as string | null;
    else fail(owner.code);
    return;
  }
  const { definition, spec } = model.stored[index]!;
  if (value === undefined) return;
  const result = value === null ? { ok: true as const, value: null } : spec.parse(value, definition, context);
  if (!result.ok) return fail(result.code, result.params);
  if (result.value === null && definition.required) return fail('required');
  prepared.values[index] = result.value;
}

function addDefaults(prepared: Prepared, context: PrepareContext): void {
  const { stored } = context.model;
  for (let index = 0; index < stored.length; index++) {
    if (prepared.values[index] !== undefined) continue;
    const { id, definition, spec } = stored[index]!;
    if (definition.default !== undefined && definition.default !== null) {
      const result = spec.parse(definition.default, definition, context);
      if (result.ok) prepared.values[index] = result.value;
    } else if (definition.required && !prepared.errors.some(({ pointer }) => pointer === `/${id}`))
      prepared.errors.push({ pointer: `/${id}`, code: 'required', params: { field: id } });
  }
}
