import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  condition,
  flowWorld,
  process as bpmn,
  script,
  sequence,
  service,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import { defineTask, ok } from '../../task.ts';

const entry = new URL('../../../tests/support/engine-process.ts', import.meta.url).pathname;
/** The catalogue must know the task; the processes run theirs. */
const make = defineTask({
  id: 'test.make',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
  run: (calls) => Promise.resolve(calls.map(() => ok({ id: '' }))),
});

let world: FlowWorld;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  world = await flowWorld([make], { isIdle: true });
  await world.deploy(
    bpmn(
      'make',
      `<bpmn:startEvent id="s"/>${service('t', 'test.make', { inputs: ['name="name" value="name"'] })}${script('u', 'n + 1', 'm')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'u', 'e')}`,
    ),
  );
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});
afterAll(() => world.close());

/** Starts an engine process; resolves when it works. */
async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [entry, world.url], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.add(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('The engine ended before it was ready.')));
  });
  return child;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve()),
  );

const finished = async (): Promise<number> => (await world.sql`select 1 from flow.finished`).length;

async function until(isSo: () => Promise<boolean>, seconds = 200): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('It did not happen in time.');
}

test('killed again and again in the middle, every instance completes and every record is made once', async () => {
  // given
  const items = Array.from({ length: 2_000 }, (_, n) => ({ variables: { n, name: `p${n}` } }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'make', items });
  // when
  for (const part of [0.1, 0.5]) {
    const child = await startProcess();
    await until(async () => (await finished()) > items.length * part);
    child.kill('SIGKILL');
    await ended(child);
  }
  const last = await startProcess();
  await until(async () => (await finished()) === items.length);
  last.kill('SIGKILL');
  await ended(last);
  // then
  const made = await world.sql<{ name: string }[]>`select name from data.product`;
  expect(made.length).toBe(items.length);
  expect(new Set(made.map((row) => row.name)).size).toBe(items.length);
  expect(await world.sql`select 1 from core.job`).toHaveLength(0);
  expect((await world.instance(ids[1_999]!)).variables).toMatchObject({ m: 2_000 });
}, 300_000);

test('an instance that takes its process with it ends as an incident; what was claimed with it completes', async () => {
  // given
  const items = Array.from({ length: 30 }, (_, n) => ({
    variables: { n, name: n === 13 ? 'deadly' : `d${n}` },
  }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'make', items });
  // when
  let deaths = 0;
  const isOver = async (): Promise<boolean> =>
    (await world.sql`select 1 from flow.incident where code = 'flow.internal'`).length > 0;
  while (!(await isOver())) {
    const child = await startProcess();
    await Promise.race([ended(child), until(isOver)]);
    if (child.signalCode === 'SIGKILL') deaths++;
    else {
      await until(async () => (await world.sql`select 1 from core.job where failed_at is null`).length === 0);
      child.kill('SIGKILL');
      await ended(child);
    }
  }
  // then
  expect(deaths).toBe(3);
  for (const [n, id] of ids.entries()) {
    const { state, incidents } = await world.instance(id);
    expect({ n, state, incidents }, JSON.stringify(incidents)).toMatchObject({
      state: n === 13 ? 'incident' : 'completed',
    });
  }
  expect(await world.sql`select 1 from data.product where name = 'deadly'`).toHaveLength(0);
}, 300_000);

test('starts that were claimed together with processes that others ended are tried one by one, and complete', async () => {
  // given a pack whose claims never ended in order, though nothing in it is at fault
  const items = Array.from({ length: 12 }, (_, n) => ({ variables: { n, name: `innocent ${n}` } }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'make', items });
  await world.sql`update core.job set crashes = 3 where target = ${ids[0]!}`;
  // when
  const child = await startProcess();
  await until(async () => (await world.sql`select 1 from core.job where failed_at is null`).length === 0);
  child.kill('SIGKILL');
  await ended(child);
  // then
  for (const id of ids) expect(await world.instance(id)).toMatchObject({ state: 'completed', incidents: [] });
}, 120_000);

test('one instance that the engine cannot step does not stop its batch', async () => {
  // given
  await world.deploy(
    bpmn(
      'poison',
      `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" default="f_g_e"/>${script('x', '1', 'y')}<bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'g', 'e')}${sequence('x', 'e2')}<bpmn:sequenceFlow id="f_g_x" sourceRef="g" targetRef="x">${condition('n = 7')}</bpmn:sequenceFlow>`,
    ),
  );
  // A graph that lost an element: nothing a model can say makes the step throw.
  await world.sql`update flow.definition set graph = (graph::jsonb #- '{nodes,x}')::json where key = 'poison'`;
  // when
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'poison',
    items: Array.from({ length: 50 }, (_, n) => ({ variables: { n } })),
  });
  await world.engine.start();
  for (const [n, id] of ids.entries()) if (n !== 7) await world.reach(id, 'completed');
  await world.advance(60_000);
  // then
  const stopped = await world.instance(ids[7]!);
  expect(stopped).toMatchObject({
    state: 'incident',
    incidents: [{ code: 'flow.internal', flow: 'poison', message: expect.stringContaining('"x"') }],
  });
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  await world.advance(60_000);
  expect((await world.instance(ids[7]!)).incidents).toHaveLength(1);
  expect(world.errors.length).toBeGreaterThan(0);
}, 60_000);
