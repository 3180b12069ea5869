import type { FieldChange, NewEvent, RecordEventKind } from '../../event/event.ts';
import type { FieldTypeSpec } from '../field-types/field-type.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';

interface EventInput {
  kind: RecordEventKind;
  model: EntityModel;
  id: string;
  changes: Record<string, FieldChange>;
  record?: Record<string, unknown>;
}

export const eventOf = (
  context: WriteContext,
  { kind, model, id, changes, record }: EventInput,
): NewEvent => ({
  type: `${model.id}.${kind}`,
  entity: model.id,
  recordId: id,
  actor: context.actor.userId ?? context.actor.id,
  at: context.at,
  changes,
  cause: context.cause,
  ...(record && { record }),
});

/** What leaves the store: never what only the store may know. */
export const seenValue = (spec: FieldTypeSpec, value: unknown): unknown =>
  spec.shown && value !== null && value !== undefined ? spec.shown(value) : value;

interface CreatedRow {
  id: string;
  owner: string | null;
  prepared: { values: readonly unknown[] };
}

export function createdEvent(context: WriteContext, model: EntityModel, row: CreatedRow): NewEvent {
  const changes: Record<string, FieldChange> = {};
  if (row.owner !== null) changes['owner'] = { after: row.owner };
  const { stored } = model;
  for (let index = 0; index < stored.length; index++) {
    const value = row.prepared.values[index] ?? null;
    if (value !== null) changes[stored[index]!.id] = { after: seenValue(stored[index]!.spec, value) };
  }
  const event = { kind: 'created', model, id: row.id, changes } as const;
  return eventOf(context, context.isQuiet ? event : { ...event, record: newRecord(context, model, row) });
}

function newRecord(context: WriteContext, model: EntityModel, row: CreatedRow): Record<string, unknown> {
  const by = context.actor.userId ?? context.actor.id;
  const at = new Date(context.at).toISOString();
  const record: Record<string, unknown> = {
    id: row.id,
    version: 1,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    owner: row.owner,
  };
  model.stored.forEach(
    ({ id, spec }, index) => (record[id] = seenValue(spec, row.prepared.values[index] ?? null)),
  );
  return record;
}
