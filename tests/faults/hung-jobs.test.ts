/** Jobs that neither end nor heed their signal, and a server that is told to stop. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { process as bpmn, sequence, service } from '../support/flow-world.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';
import { until } from './until.ts';

let database: TestDatabase;
let relata: RelataProcess;

const start = (more: Record<string, string>): Promise<RelataProcess> =>
  startRelata(
    {
      DATABASE_URL: database.url,
      RELATA_SECRET: 'secret-secret-secret-secret-secret',
      RELATA_PLUGINS: join(import.meta.dirname, 'plugin'),
      RELATA_GRACE: '1',
      ...more,
    },
    { hasOwnGroup: true },
  );

beforeAll(async () => {
  database = await testDatabase();
  relata = await start({ FAULTS_HANG: '1' });
}, 120_000);
afterAll(async () => {
  await relata?.stop();
  await database?.close();
}, 60_000);

const flow = (key: string, inLoop: boolean): string =>
  bpmn(
    key,
    `<bpmn:startEvent id="s"/>${service('x', 'faults.hang', { inputs: [`name="inLoop" value="${inLoop}"`] })}<bpmn:endEvent id="e"/>${sequence('s', 'x', 'e')}`,
  );

/** Starts the flow, and waits until a worker holds its call. */
async function hung(key: string, inLoop: boolean): Promise<string> {
  await relata.call('POST', '/api/flows', { xml: flow(key, inLoop) });
  const { ids } = await relata.call<{ ids: string[] }>('POST', `/api/flows/${key}/instances`, {
    items: [{ variables: {} }],
  });
  await until('the call at work', async () => {
    const held = await database.sql`
      select from core.job where kind = 'flow.external' and target = ${ids[0]!} and leased_by is not null`;
    return held.length > 0;
  });
  return ids[0]!;
}

test('told to stop while one job waits for ever and another holds its thread, it ends in its grace, names both, and they go on at the next start', async () => {
  // given
  const ids = [await hung('waits', false), await hung('loops', true)];
  // when
  const code = await relata.interrupt();
  // then
  expect(code).toBe(0);
  const told = relata
    .output()
    .split('\n')
    .find((line) => line.includes('still at work at the end'));
  for (const id of ids) expect(told).toContain(id);
  const left = await database.sql`select crashes, leased_by from core.job where kind = 'flow.external'`;
  expect(left).toEqual([
    { crashes: 0, leased_by: null },
    { crashes: 0, leased_by: null },
  ]);
  // and
  relata = await start({});
  await until('both ended', async () => {
    const ended = await database.sql`select from flow.finished where id = any(${ids})`;
    return ended.length === 2;
  });
}, 180_000);
