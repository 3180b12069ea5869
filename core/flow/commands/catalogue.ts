import { z } from 'zod';
import type { TaskType } from '../../task.ts';
import type { Catalogue, InputSchema } from '../deploy/index.ts';
import type { FlowParts } from './parts.ts';

/** What a deployment may refer to: all that is installed now. */
export const catalogueOf = (registry: FlowParts['registry']): Catalogue => ({
  taskTypes: new Map([...registry.tasks.values()].map((task) => [task.id, inputSchema(task)])),
  entities: new Set(registry.entities().map((entity) => entity.id)),
  roles: new Set(registry.roles.map((role) => role.id)),
  // A form about records that are gone has nothing to show.
  screens: new Set(registry.screens.filter(({ entity }) => registry.hasEntity(entity)).map(({ id }) => id)),
});

const schemas = new WeakMap<TaskType, InputSchema>();

function inputSchema(task: TaskType): InputSchema {
  const known = schemas.get(task);
  if (known) return known;
  // As much of a JSON schema as deployment looks at.
  const schema = z.toJSONSchema(task.input, { unrepresentable: 'any', io: 'input' }) as InputSchema;
  schemas.set(task, schema);
  return schema;
}
