/** What takes a change back: the operations that lead from the definition after it to the one before. */
import type { EntityDefinition } from '../definition.ts';
import { entityMembers } from '../overlay/overlay.ts';
import type { DefinitionOperation, Members } from './operation.ts';

export function inverseOf(before: EntityDefinition, after: EntityDefinition): DefinitionOperation[] {
  const gone = Object.keys(before.fields).filter((id) => !(id in after.fields));
  const come = Object.keys(after.fields).filter((id) => !(id in before.fields));
  const operations: DefinitionOperation[] = [];
  for (const id of gone) operations.push({ op: 'restoreField', id });
  for (const [id, field] of Object.entries(before.fields)) {
    const set = id in after.fields ? between({ ...after.fields[id] }, { ...field }) : {};
    if (Object.keys(set).length > 0) operations.push({ op: 'changeField', id, set });
  }
  const entity = between(pick(after), pick(before));
  if (Object.keys(entity).length > 0) operations.push({ op: 'setEntity', set: entity });
  for (const [id, rule] of changedKeys(after.rules, before.rules))
    operations.push({ op: 'setRule', id, rule });
  for (const [id, unique] of changedKeys(after.uniques, before.uniques))
    operations.push({ op: 'setUnique', id, unique });
  for (const id of come) operations.push({ op: 'removeField', id });
  return [...operations, ...moves(before, after, come)];
}

/** Fields that stand elsewhere, and those that come back at the end, to their places. */
function moves(
  before: EntityDefinition,
  after: EntityDefinition,
  come: readonly string[],
): DefinitionOperation[] {
  const wanted = Object.keys(before.fields);
  const here = Object.keys(after.fields).filter((id) => !come.includes(id));
  const names = [...here, ...wanted.filter((id) => !here.includes(id))];
  const operations: DefinitionOperation[] = [];
  for (let index = wanted.length - 1; index >= 0; index--) {
    const id = wanted[index]!;
    const next = wanted[index + 1] ?? null;
    if ((names[names.indexOf(id) + 1] ?? null) === next) continue;
    names.splice(names.indexOf(id), 1);
    names.splice(next === null ? names.length : names.indexOf(next), 0, id);
    operations.push({ op: 'moveField', id, before: next });
  }
  return operations;
}

const pick = (definition: EntityDefinition): Members =>
  Object.fromEntries(entityMembers.map((name) => [name, definition[name]]));

function between(from: Members, to: Members): Members {
  const set: Members = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)]))
    if (JSON.stringify(from[name]) !== JSON.stringify(to[name])) set[name] = to[name] ?? null;
  return set;
}

function changedKeys<T>(
  from: Readonly<Record<string, T>> = {},
  to: Readonly<Record<string, T>> = {},
): [string, T | null][] {
  const ids = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...ids]
    .filter((id) => JSON.stringify(from[id]) !== JSON.stringify(to[id]))
    .map((id) => [id, to[id] ?? null]);
}
