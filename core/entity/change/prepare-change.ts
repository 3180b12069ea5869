/** From what an admin asks for to the definition it would leave, checked as a whole. */
import { invalid, Problem } from '../../errors.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { checkDefinitions } from '../schema/bring-up.ts';
import { applyOperations } from './apply-operations.ts';
import type { ChangeDetail, ChangeRow } from './change-row.ts';
import { checkTypeChanges } from './check-type-changes.ts';
import { inverseOf } from './inverse.ts';
import type { DefinitionOperation } from './operation.ts';
import type { StoredDefinitions, Target } from './stored-definitions.ts';

export type DefinitionChange =
  | { kind: 'entity'; definition: EntityDefinition }
  | { kind: 'fields'; entity: string; fields: Record<string, FieldDefinition> }
  | { kind: 'operations'; entity: string; operations: readonly DefinitionOperation[] }
  | { kind: 'remove'; entity: string }
  | { kind: 'undo'; change: ChangeRow };

export interface PreparedChange {
  entity: string;
  base: EntityDefinition | undefined;
  /** Undefined for a new entity. */
  current: EntityDefinition | undefined;
  target: Target;
  operations: ChangeDetail[];
  inverse: DefinitionOperation[];
  undoes: string | null;
}

export interface PrepareContext {
  declared: ReadonlyMap<string, EntityDefinition>;
  entities: readonly EntityDefinition[];
  stored: StoredDefinitions;
}

export function prepareChange(context: PrepareContext, change: DefinitionChange): PreparedChange {
  const prepared = resolve(context, change);
  const { target, current } = prepared;
  const others = context.entities.filter(({ id }) => id !== prepared.entity);
  if (target.definition && current) checkTypeChanges(current, target.definition);
  checkDefinitions(target.definition ? [...others, target.definition] : others);
  return prepared;
}

function resolve(context: PrepareContext, change: DefinitionChange): PreparedChange {
  switch (change.kind) {
    case 'entity':
      return create(context, change.definition);
    case 'remove':
      return remove(context, change.entity);
    case 'undo':
      return undo(context, change.change);
    case 'fields': {
      const operations = Object.entries(change.fields).map(([id, field]) => ({
        op: 'addField' as const,
        id,
        field,
      }));
      return operate(context, { entity: change.entity, operations, undoes: null });
    }
    case 'operations':
      return operate(context, { ...change, undoes: null });
  }
}

function create(context: PrepareContext, definition: EntityDefinition): PreparedChange {
  const { id } = definition;
  if (context.entities.some((entity) => entity.id === id))
    throw new Problem({ status: 409, code: 'entity-exists', params: { entity: id } });
  if (context.stored.removedEntities.has(id))
    throw new Problem({ status: 409, code: 'entity-removed-kept', params: { entity: id } });
  return {
    entity: id,
    base: undefined,
    current: undefined,
    target: { entity: id, definition, removed: {} },
    operations: [{ op: 'createEntity' }],
    inverse: [],
    undoes: null,
  };
}

function remove(context: PrepareContext, id: string): PreparedChange {
  const current = known(context, id);
  if (context.declared.has(id))
    throw new Problem({
      status: 409,
      code: 'entity-declared',
      params: { entity: id, plugin: current.plugin },
    });
  refuseLedTo(context.entities, id);
  return {
    entity: id,
    base: undefined,
    current,
    target: { entity: id, definition: null, removed: context.stored.removedFields.get(id) ?? {} },
    operations: [{ op: 'removeEntity' }],
    inverse: [],
    undoes: null,
  };
}

interface OperateInput {
  entity: string;
  operations: readonly DefinitionOperation[];
  undoes: string | null;
}

function operate(context: PrepareContext, { entity, operations, undoes }: OperateInput): PreparedChange {
  const current = known(context, entity);
  const base = context.declared.get(entity);
  const removed = context.stored.removedFields.get(entity) ?? {};
  const changed = applyOperations({ base, current, removed }, operations);
  return {
    entity,
    base,
    current,
    target: { entity, definition: changed.next, removed: changed.removed },
    operations: [...operations],
    inverse: inverseOf(current, changed.next),
    undoes,
  };
}

/** Relations and roll-ups of others would have nothing to lead to: all of them at once, each with where it is. */
function refuseLedTo(entities: readonly EntityDefinition[], target: string): void {
  const errors = entities
    .filter(({ id }) => id !== target)
    .flatMap(({ id: entity, fields }) =>
      Object.entries(fields)
        .filter(([, field]) => field.entity === target || field.rollup?.entity === target)
        .map(([field]) => ({ pointer: '/remove', code: 'entity-led-to', params: { entity, field, target } })),
    );
  if (errors.length > 0) throw invalid(errors);
}

/** An entity that was made is removed, one that was removed is made again, everything else by its inverse. */
function undo(context: PrepareContext, change: ChangeRow): PreparedChange {
  const undoes = change.id;
  if (change.state !== 'done' || change.undoneBy !== null)
    throw new Problem({ status: 409, code: 'change-not-undoable', params: {} });
  const [first] = change.operations;
  if (first?.op === 'createEntity') return { ...remove(context, change.entity), undoes };
  if (first?.op !== 'removeEntity')
    return operate(context, { entity: change.entity, operations: change.inverse, undoes });
  const definition = context.stored.removedEntities.get(change.entity);
  if (!definition) throw new Problem({ status: 409, code: 'change-not-undoable', params: {} });
  const stored = {
    ...context.stored,
    removedEntities: new Map([...context.stored.removedEntities].filter(([id]) => id !== change.entity)),
  };
  const removed = stored.removedFields.get(change.entity) ?? {};
  const made = create({ ...context, stored }, definition);
  return { ...made, target: { ...made.target, removed }, undoes };
}

function known({ entities }: PrepareContext, id: string): EntityDefinition {
  const found = entities.find((entity) => entity.id === id);
  if (!found) throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: id } });
  return found;
}
