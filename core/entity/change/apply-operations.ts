/** Operations on a definition, in memory: what the definition is afterwards, or why it cannot be. */
import { invalid, Problem } from '../../errors.ts';
import type { EntityDefinition, FieldDefinition, SelectOption } from '../definition.ts';
import { unmarked, withoutWaiting } from './waiting.ts';
import type { ChangedState, DefinitionOperation, DefinitionState, Members } from './operation.ts';

type Fields = Record<string, FieldDefinition>;

/** Throws the first problem it meets; whether the whole can be is for the check of definitions. */
export function applyOperations(
  state: DefinitionState,
  operations: readonly DefinitionOperation[],
): ChangedState {
  let changed: ChangedState = { next: state.current, removed: { ...state.removed } };
  for (const operation of operations) changed = applyOne(state, changed, operation);
  return changed;
}

function applyOne(
  state: DefinitionState,
  { next, removed }: ChangedState,
  operation: DefinitionOperation,
): ChangedState {
  const withFields = (fields: Fields): ChangedState => ({ next: { ...next, fields }, removed });
  switch (operation.op) {
    case 'addField':
      return withFields(added({ state, next, removed }, operation));
    case 'changeField': {
      // Whether it works now is for the check.
      const { broken: _mark, ...field } = fieldOf(next, operation.id);
      const changed = laidOver(field, operation.set);
      const declared = state.base?.fields[operation.id]?.options;
      const options = changed.options && withRetired(changed.options, declared);
      return withFields({ ...next.fields, [operation.id]: { ...changed, ...(options && { options }) } });
    }
    case 'moveField':
      fieldOf(next, operation.id);
      return withFields(placed(next.fields, operation.id, operation.before));
    case 'removeField':
      return remove(state, { next, removed }, operation.id);
    case 'restoreField':
      return restore({ next, removed }, operation.id);
    case 'setEntity':
      return { next: laidOver(next, operation.set), removed };
    case 'setRule':
      return { next: { ...next, rules: withKey(next.rules, operation.id, operation.rule) }, removed };
    case 'setUnique':
      return { next: { ...next, uniques: withKey(next.uniques, operation.id, operation.unique) }, removed };
    case 'replaceOption':
      fieldOf(next, operation.field);
      return { next, removed };
    case 'resetField':
      return withFields({ ...next.fields, [operation.id]: declaredOf(state, operation.id) });
    case 'reset':
      return reset(state, { next, removed });
  }
}

function added(
  { state, next, removed }: { state: DefinitionState } & ChangedState,
  operation: Extract<DefinitionOperation, { op: 'addField' }>,
): Fields {
  const { id, field, before } = operation;
  const at = { pointer: `/fields/${id.slice(0, 80)}`, params: { field: id.slice(0, 80) } };
  if (state.base && !id.startsWith('x_')) throw invalid([{ ...at, code: 'field-id-admin' }]);
  if (id in next.fields || isWaiting(next, id))
    throw new Problem({ status: 409, code: 'field-exists', params: { field: id, entity: next.id } });
  if (id in removed) throw invalid([{ ...at, code: 'field-removed-kept' }]);
  const fields = { ...next.fields, [id]: field };
  return before === undefined || before === null ? fields : placed(fields, id, before);
}

const isWaiting = ({ waiting }: EntityDefinition, id: string): boolean => id in (waiting?.fields ?? {});

function remove(state: DefinitionState, { next, removed }: ChangedState, id: string): ChangedState {
  const broken = next.waiting?.fields[id];
  if (broken) return { next: withoutWaiting(next, id), removed: { ...removed, [id]: unmarked(broken) } };
  const field = fieldOf(next, id);
  // The plugin's own code may read and write it.
  if (state.base && id in state.base.fields)
    throw new Problem({ status: 409, code: 'field-declared', params: { field: id, plugin: next.plugin } });
  const { [id]: _gone, ...fields } = next.fields;
  const search = next.search.filter((path) => path.split('.')[0] !== id);
  const indexes = next.indexes.filter((names) => !names.includes(id));
  return { next: { ...next, fields, search, indexes }, removed: { ...removed, [id]: field } };
}

function restore({ next, removed }: ChangedState, id: string): ChangedState {
  const field = removed[id];
  if (!field) throw new Problem({ status: 404, code: 'field-not-removed', params: { field: id } });
  if (id in next.fields)
    throw new Problem({ status: 409, code: 'field-exists', params: { field: id, entity: next.id } });
  const { [id]: _back, ...others } = removed;
  return { next: { ...next, fields: { ...next.fields, [id]: field } }, removed: others };
}

/** The plugin's own code may still set an option that is taken away: it stays, not to be chosen any more. */
function withRetired(
  options: readonly SelectOption[],
  declared: readonly SelectOption[] | undefined,
): readonly SelectOption[] {
  const gone = (declared ?? []).filter(({ value }) => !options.some((one) => one.value === value));
  return gone.length === 0 ? options : [...options, ...gone.map((one) => ({ ...one, isRetired: true }))];
}

function declaredOf({ base, current }: DefinitionState, id: string): FieldDefinition {
  const field = base?.fields[id];
  if (!field) throw new Problem({ status: 409, code: 'field-not-declared', params: { field: id } });
  return field.type === current.fields[id]?.type ? field : { ...field };
}

function reset(state: DefinitionState, { next, removed }: ChangedState): ChangedState {
  if (!state.base)
    throw new Problem({ status: 409, code: 'entity-not-declared', params: { entity: next.id } });
  const own = Object.entries(next.fields).filter(([id]) => !(id in state.base!.fields));
  const waiting = Object.entries(next.waiting?.fields ?? {}).map(
    ([id, field]) => [id, unmarked(field)] as const,
  );
  return { next: state.base, removed: { ...removed, ...Object.fromEntries([...own, ...waiting]) } };
}

function fieldOf(definition: EntityDefinition, id: string): FieldDefinition {
  const field = definition.fields[id];
  if (field) return field;
  throw new Problem({
    status: 404,
    code: 'field-not-there',
    params: { field: id.slice(0, 80), entity: definition.id },
  });
}

function placed(fields: Fields, id: string, before: string | null): Fields {
  const names = Object.keys(fields).filter((name) => name !== id);
  const at = before === null ? -1 : names.indexOf(before);
  names.splice(at < 0 ? names.length : at, 0, id);
  return Object.fromEntries(names.map((name) => [name, fields[name]!]));
}

function laidOver<T extends object>(base: T, set: Members): T {
  const next: Members = { ...base, ...set };
  for (const [name, value] of Object.entries(set)) if (value === null) delete next[name];
  // The cast: shapes of members are checked where they come in.
  return next as T;
}

function withKey<T>(
  all: Readonly<Record<string, T>> | undefined,
  id: string,
  one: T | null,
): Record<string, T> {
  const { [id]: _before, ...others } = all ?? {};
  return one === null ? others : { ...all, [id]: one };
}
