/**
 * An engine in a process of its own, to be killed: `node tests/support/engine-process.ts <database url>`. Its task
 * `test.make` makes a product; the one named `deadly` takes the process with it. Prints `ready` when it works.
 */
import { z } from 'zod';
import { createAccess } from '../../core/access/index.ts';
import { wallClock } from '../../core/clock.ts';
import { connect } from '../../core/db/connect.ts';
import { createModels, createRecords } from '../../core/entity/index.ts';
import { createEvents } from '../../core/event/index.ts';
import { createEngine } from '../../core/flow/shell/engine.ts';
import { createIdentity } from '../../core/identity/index.ts';
import { defineTask, failure, ok } from '../../core/task.ts';
import { noPlugin } from './no-plugin.ts';
import { flowEntities, flowRoles } from './flow-entities.ts';

const make = defineTask({
  id: 'test.make',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
  run: async (calls, { records }) => {
    const made = await records.create(
      'product',
      calls.map(({ input }) => ({ name: input.name })),
    );
    if (calls.some(({ input }) => input.name === 'deadly')) process.kill(process.pid, 'SIGKILL');
    return made.map((result) =>
      result.ok ? ok({ id: result.record.id }) : failure(result.code, result.detail),
    );
  },
});

const url = process.argv[2]!;
const sql = connect(url);
const registry = {
  version: 1,
  roles: flowRoles,
  tasks: new Map([[make.id, make]]),
  entities: () => flowEntities,
  entity: (id: string) => flowEntities.find((entity) => entity.id === id)!,
  hasEntity: (id: string) => flowEntities.some((entity) => entity.id === id),
  text: (_locale: string, key: string) => key,
};
const events = createEvents({ sql });
const models = createModels(registry);
const records = createRecords({
  sql,
  models,
  access: createAccess({ registry, shapes: models.shapes }),
  events,
});
const identity = createIdentity({ sql, roles: () => flowRoles });
const log = { error: (data: object, message: string) => console.error(message, data), info: () => {} };
const engine = await createEngine({
  parts: { sql, clock: wallClock, registry, records, identity, events, log, plugin: noPlugin },
  databaseUrl: url,
  pollMilliseconds: 100,
});
await engine.start();
console.log('ready');
