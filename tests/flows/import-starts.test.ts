import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../core/access/actor.ts';
import { wallClock } from '../../core/clock.ts';
import { createImports, type Imports } from '../../core/entity/import/index.ts';
import { createFiles } from '../../core/file/index.ts';
import { previewRecordStarts } from '../../core/flow/commands/preview-record-starts.ts';
import { createIdentity } from '../../core/identity/index.ts';
import type { Registry } from '../../core/registry.ts';
import { noPlugin } from '../support/no-plugin.ts';
import { flowRoles } from '../support/flow-entities.ts';
import { flowWorld, process, sequence, type FlowWorld } from '../support/flow-world.ts';
import { bytesOf, ended, runImportJobs } from '../support/import-services.ts';

let world: FlowWorld;
let imports: Imports;
let stopJobs: () => Promise<void>;

beforeAll(async () => {
  // The engine stands still: what an import leaves for it can be counted.
  world = await flowWorld([], { isIdle: true });
  const { sql, records, events, access } = world;
  // The cast: what imports ask of a registry is here.
  const registry = {
    ...world.catalogue,
    version: 1,
    roles: flowRoles,
    tasks: new Map(),
    entity: (id: string) => world.catalogue.entities().find((entity) => entity.id === id)!,
    hasEntity: (id: string) => world.catalogue.entities().some((entity) => entity.id === id),
    find: () => undefined,
    text: (_: string, key: string) => key,
  } as unknown as Registry;
  const identity = createIdentity({ sql, roles: () => flowRoles });
  const log = { error: () => {}, info: () => {} };
  const parts = { sql, registry, records, events, identity, access, clock: wallClock, log, plugin: noPlugin };
  imports = createImports({
    ...parts,
    files: createFiles({ sql }),
    previewStarts: previewRecordStarts(parts),
  });
  stopJobs = await runImportJobs(sql, imports, world.url);
  await world.deploy(
    process(
      'follow-up',
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="deal" on="created updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.stage = "engaging"</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:endEvent id="e"/>${sequence('s', 'e')}`,
    ),
  );
});
afterAll(async () => {
  await stopJobs();
  await world.close();
});

const file = 'name,stage\nA,new\nB,engaging\nC,engaging\nD,won\n';
const jobs = async (): Promise<number> =>
  (await world.sql<{ n: number }[]>`select count(*) as n from core.job where kind = 'flow.record-start'`)[0]!
    .n;

async function upload(): Promise<string> {
  return (await imports.create(world.admin, { target: 'deal', name: 'deals.csv', bytes: bytesOf(file) })).id;
}

test('the preview says which flows would start, and starts none', async () => {
  const seen = await imports.preview(world.admin, await upload());
  expect(seen.starts).toMatchObject([{ flow: 'follow-up', count: 2 }]);
  expect(await jobs()).toBe(0);
});

test('an import starts flows only when it is told to', async () => {
  const quiet = await upload();
  await imports.start(world.admin, quiet);
  expect(await ended(world, quiet)).toBe('completed');
  expect(await jobs()).toBe(0);

  const loud = await upload();
  await imports.change(world.admin, loud, { options: { startFlows: true } });
  await imports.start(world.admin, loud);
  expect(await ended(world, loud)).toBe('completed');
  await stopJobs();
  await world.engine.start();
  for (let tries = 0; tries < 200; tries++) {
    const { items } = await world.flows.list({ actor: systemActor });
    if (items[0]!.counts.completed === 2) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await world.flows.list({ actor: systemActor })).items).toMatchObject([
    { key: 'follow-up', counts: { completed: 2 } },
  ]);
});
