import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import {
  flowWorld,
  process,
  script,
  sequence,
  service,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import { defineTask, failure, ok } from '../../task.ts';
import { enqueue } from '../../job/index.ts';
import { setAside } from './give-up.ts';

let world: FlowWorld;
let calls: string[] = [];
let failures = 0;

const note = defineTask({
  id: 'test.note',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ name: z.string(), poison: z.boolean().optional() }),
  output: z.object({ id: z.string() }),
  run: async (given, { records }) => {
    const made = await records.create(
      'product',
      given.map(({ input }) => ({ name: input.name })),
    );
    if (given.some(({ input }) => input.poison)) throw new Error('a bad one among them');
    return made.map((result) =>
      result.ok ? ok({ id: result.record.id }) : failure(result.code, result.detail),
    );
  },
});
const refuse = defineTask({
  id: 'test.refuse',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.null(),
  run: (given) => Promise.resolve(given.map(() => failure('refused', 'not today'))),
});
const mail = defineTask({
  id: 'test.mail',
  kind: 'external',
  face: { icon: 'x', group: 'test' },
  input: z.object({ to: z.string() }),
  output: z.object({ sent: z.number() }),
  run: (given) => {
    calls.push(...given.map((call) => call.idempotencyKey));
    if (failures-- > 0) return Promise.reject(new Error('connection refused'));
    return Promise.resolve(given.map(() => ok({ sent: 1 })));
  },
});

/** What a plugin may do wrong, by the name it is given. */
const bad = defineTask({
  id: 'test.bad',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ how: z.string() }),
  output: z.any(),
  run: async (given, { records, tx }) => {
    const hangs = given.some(({ input }) => input.how === 'hang');
    if (hangs) {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      late.push(await Promise.resolve(records.create('product', [{ name: 'late' }])).catch(String));
      late.push(await Promise.resolve(tx`select 1`).catch(String));
    }
    if (given.some(({ input }) => input.how === 'too few')) return [];
    const characters = given.map(({ input }) => (input.how === 'large' ? 9_000_000 : 7_000));
    return given.map(({ input }, n) => ok(input.how === 'zero' ? 'a\0b' : 'x'.repeat(characters[n]!)));
  },
});
const late: unknown[] = [];

beforeAll(async () => {
  world = await flowWorld([note, refuse, mail, bad], { patience: 500, room: 64_000 });
});
beforeEach(() => {
  calls = [];
  failures = 0;
});
afterAll(() => world.close());

const names = async (): Promise<string[]> =>
  (await world.sql<{ name: string }[]>`select name from data.product`).map((row) => row.name);

test('transactional tasks run once for each call, in bulk, with what the record says', async () => {
  // given
  await world.deploy(
    process(
      'tag',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: [`name="name" value="'n' &amp; $string(n)"`], outputs: ['variable="made" value="id"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  // when
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'tag',
    items: Array.from({ length: 300 }, (_, n) => ({ variables: { n } })),
  });
  for (const id of ids) await world.reach(id, 'completed');
  // then
  expect((await names()).toSorted()).toEqual(Array.from({ length: 300 }, (_, n) => `n${n}`).toSorted());
  expect((await world.instance(ids[5]!)).variables).toHaveProperty('made');
});

test('one bad call among many fails alone: retried, then an incident; the others are through', async () => {
  // given
  await world.deploy(
    process(
      'mixed',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: [`name="name" value="'m' &amp; $string(n)"`, 'name="poison" value="n = 7"'], retry: '<relata:retry times="2" backoff="PT10S"/>' })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const { ids } = await world.flows.startMany({
    actor: world.admin,
    flow: 'mixed',
    items: Array.from({ length: 20 }, (_, n) => ({ variables: { n } })),
  });
  for (const [n, id] of ids.entries()) if (n !== 7) await world.reach(id, 'completed');
  expect(await world.instance(ids[7]!)).toMatchObject({ state: 'active', tokens: [{ element: 't' }] });
  // when
  await world.advance(120_000);
  // then
  expect(await world.instance(ids[7]!)).toMatchObject({
    state: 'incident',
    incidents: [{ element: 't', code: 'flow.task-failed', message: expect.stringContaining('a bad one') }],
  });
  expect((await names()).filter((name) => name.startsWith('m')).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, n) => `m${n}`)
      .filter((name) => name !== 'm7')
      .toSorted(),
  );
});

test('a failure with a code is an error the model catches', async () => {
  await world.deploy(
    process(
      'caught',
      `<bpmn:startEvent id="s"/>${service('t', 'test.refuse')}<bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:errorEventDefinition errorRef="x"/></bpmn:boundaryEvent>${script('other', '"plan B"', 'way')}<bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 't', 'e')}${sequence('b', 'other', 'e2')}`,
      { extra: '<bpmn:error id="x" errorCode="refused"/>' },
    ),
  );
  expect(await world.instance(await world.start('caught'))).toMatchObject({
    state: 'completed',
    variables: { way: 'plan B' },
  });
});

test('a wrong input is an incident at once, and says what is wrong', async () => {
  await world.deploy(
    process(
      'wrong',
      `<bpmn:startEvent id="s"/>${service('t', 'test.note', { inputs: ['name="name" value="n"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const found = await world.instance(await world.start('wrong', { n: 5 }));
  expect(found).toMatchObject({
    state: 'incident',
    incidents: [{ code: 'flow.task-input', message: expect.stringContaining('name') }],
  });
  // in the language of whoever reads it
  const [kept] = await world.sql`select params->'message'->>'zh-CN' as told from flow.incident
    where code = 'flow.task-input' and input->>'name' = '5'`;
  expect(kept!['told']).toContain('无效输入');
});

test('outside work runs after the commit, is retried with the same key, and answers its instance', async () => {
  // given
  await world.deploy(
    process(
      'mails',
      `<bpmn:startEvent id="s"/>${service('t', 'test.mail', { inputs: [`name="to" value="'a@example.com'"`], outputs: ['variable="sent" value="sent"'] })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  failures = 1;
  // when
  const id = await world.start('mails');
  await world.advance(300_000);
  // then
  expect(await world.instance(id)).toMatchObject({ state: 'completed', variables: { sent: 1 } });
  expect(calls).toHaveLength(2);
  expect(new Set(calls).size).toBe(1);
});

test('outside work that never succeeds is an incident; its retry tries again', async () => {
  failures = 100;
  const id = await world.start('mails');
  await world.advance(3_600_000);
  const stopped = await world.instance(id);
  expect(stopped).toMatchObject({
    state: 'incident',
    incidents: [{ element: 't', code: 'flow.task-failed' }],
  });
  expect(calls).toHaveLength(4);
  failures = 0;
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  await world.reach(id, 'completed');
});

test('a handler that hangs, or answers rubbish, is an incident at its element; the rest goes on', async () => {
  // given a flow that asks for a bad handler, and another that does not
  await world.deploy(
    process(
      'trust',
      `<bpmn:startEvent id="s"/>${service('t', 'test.bad', { inputs: ['name="how" value="how"'], outputs: ['variable="made" value=""'], retry: '<relata:retry times="1" backoff="PT1S"/>' })}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const start = (how: string) => world.start('trust', { how });
  const began = performance.now();
  // when it hangs: started without waiting, for it answers when it has run to its end
  const hanging = start('hang');
  const other = await world.start('tag', { n: 'beside' });
  await world.reach(other, 'completed');
  expect(performance.now() - began).toBeLessThan(5_000);
  const [hung, few, large, zero] = [
    await hanging,
    await start('too few'),
    await start('large'),
    await start('zero'),
  ];
  await world.advance(60_000);
  // then each is told at its element, and what came after the end was refused
  const codes = async (id: string) =>
    (await world.reach(id, 'incident')).incidents.map(({ element, code }) => `${element} ${code}`);
  expect(await codes(hung)).toEqual(['t flow.task-failed']);
  expect((await world.instance(hung)).incidents[0]!.message).toContain('did not answer in');
  expect(await codes(few)).toEqual(['t flow.task-failed']);
  expect(await codes(large)).toEqual(['t flow.task-large']);
  expect((await world.reach(zero, 'completed')).variables).toMatchObject({ made: 'a\0b' });
  await expect.poll(() => late.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(2);
  expect(late.map(String).join()).not.toContain('object');
  expect(await names()).not.toContain('late');
});

test('an instance that gathers more than it can hold is stopped at what brought too much, with what it had', async () => {
  // given ten results of seven kilobytes each, and room for 64, one after the other, behind a person's step
  const ids = Array.from({ length: 10 }, (_, n) => `t${n}`);
  const tasks = ids.map((id) =>
    service(id, 'test.bad', { inputs: [`name="how" value="'big'"`], outputs: [`variable="${id}" value=""`] }),
  );
  await world.deploy(
    process(
      'gather',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${tasks.join('')}<bpmn:userTask id="w"/>${sequence('s', 'u', ...ids, 'w')}`,
    ),
  );
  const id = await world.start('gather');
  const [item] = await world.items(id);
  // when the person goes on
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  // then the task that brought too much says so, and what came before it stays
  const stopped = await world.reach(id, 'incident');
  expect(stopped.incidents).toMatchObject([{ element: 't9', code: 'flow.instance-large' }]);
  expect(Object.keys(stopped.variables!)).toEqual(ids.slice(0, 9));
  // and a person who brings more than there is room for is refused, and changes nothing
  const change = (variables: Record<string, string>) =>
    world.flows.operate({ actor: world.admin, id, command: { type: 'set-variables', variables } });
  await expect(change({ more: 'x'.repeat(7_000) })).rejects.toMatchObject({ code: 'instance-large' });
  expect(await world.sql`select 1 from core.job where target = ${id}`).toEqual([]);
  // and where room is made, it goes on
  await change({ t0: '' });
  await world.flows.retry({ actor: world.admin, id: stopped.incidents[0]!.id });
  expect((await world.items(id)).map(({ element }) => element)).toEqual(['w']);
  expect(Object.keys((await world.instance(id)).variables!)).toEqual(ids);
  expect(world.errors.splice(0)).toEqual([]);
});

test('a job is set aside together with its incident, or not at all', async () => {
  // given a job, and a database that refuses incidents for a moment
  const payload = { name: 'nobody', variables: {} };
  const dueAt = new Date(Date.now() + 86_400_000);
  const given = { kind: 'flow.signal', lane: 1 as const, dueAt: dueAt.getTime(), payload };
  const [id] = await enqueue(world.sql, [given]);
  const none = { target: null, targetLast: null, key: null };
  const job = { ...given, ...none, id: id!, dueAt, attempts: 0, maxAttempts: 1, crashes: 0 };
  await world.sql`alter table flow.incident add constraint refused check (false) not valid`;
  // when
  const message = 'bro\0ken';
  await expect(setAside(world.sql, [job], message, Date.now())).rejects.toThrow('refused');
  await world.sql`alter table flow.incident drop constraint refused`;
  // then it is still to be done
  const jobs = () => world.sql`select failed_at is not null as failed from core.job where id = ${id!}`;
  expect(await jobs()).toEqual([{ failed: false }]);
  // and where both can be written, both are
  await setAside(world.sql, [job], message, Date.now());
  expect(await jobs()).toEqual([{ failed: true }]);
  expect(await world.sql`select message from flow.incident where job_id = ${id!}`).toEqual([
    { message: 'broken' },
  ]);
});

test('nothing went wrong unseen', () => {
  expect(world.errors).toEqual([]);
});
