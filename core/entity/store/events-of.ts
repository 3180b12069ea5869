import type { FieldChange, NewEvent, RecordEventKind } from '../../event/event.ts';
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
    if (value !== null) changes[stored[index]!.id] = { after: value };
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
  model.stored.forEach(({ id }, index) => (record[id] = row.prepared.values[index] ?? null));
  return record;
}
