import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flowWorld, process, sequence, service, type FlowWorld } from '../../../tests/support/flow-world.ts';
import { defineTask, ok } from '../../task.ts';
import { enqueue, type NewJob } from '../../job/index.ts';
import type { Outcome } from './outcome.ts';

/** Two commands reach the engine in one batch: the second finds what it was for gone, and is told so. */
let world: FlowWorld;
/** How many jobs somebody else sees while a handler runs. */
let seen = 0;
const look = defineTask({
  id: 'test.look',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({}),
  output: z.null(),
  run: async (given) => {
    seen = (await world.sql`select 1 from core.job where leased_by is not null`).length;
    return given.map(() => ok(null));
  },
});

beforeAll(async () => {
  world = await flowWorld([look]);
  await world.deploy(
    process(
      'one',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
    ),
  );
  await world.deploy(
    process(
      'race',
      `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="g"/>
      <bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="order"/></bpmn:intermediateCatchEvent>
      <bpmn:intermediateCatchEvent id="late"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
      <bpmn:userTask id="thank"/><bpmn:userTask id="remind"/>
      ${sequence('s', 'g', 'paid', 'thank')}${sequence('g', 'late', 'remind')}`,
      { extra: '<bpmn:message id="m" name="race.paid"/>' },
    ),
  );
});
afterAll(() => world.close());

const command = (target: string, given: object): NewJob => ({
  kind: 'flow.command',
  lane: 0,
  dueAt: Date.now() - 1_000,
  target,
  payload: { actor: 'system', command: given },
});
const refusal = (code: string): Outcome => ({ ok: false, problem: { status: 409, code, params: {} } });
const fine: Outcome = { ok: true, value: null };

const waiting = async (): Promise<{ id: string; complete: object }> => {
  const id = await world.start('one');
  const [item] = await world.items(id);
  const [row] = await world.sql<{ wait: number }[]>`select wait from flow.work_item where id = ${item!.id}`;
  return { id, complete: { type: 'complete', workItem: item!.id, wait: row!.wait, variables: {} } };
};

describe('of two commands of one moment, one wins and the other is told', () => {
  test('two completions of one work item', async () => {
    const { id, complete } = await waiting();
    const outcomes = await world.engine.submit([command(id, complete), command(id, complete)]);
    expect(outcomes).toMatchObject([{ ok: true }, refusal('work-item-completed')]);
    expect((await world.instance(id)).state).toBe('completed');
  });

  test('cancel before complete', async () => {
    const { id, complete } = await waiting();
    const outcomes = await world.engine.submit([command(id, { type: 'cancel' }), command(id, complete)]);
    expect(outcomes).toEqual([fine, refusal('work-item-completed')]);
    expect((await world.instance(id)).state).toBe('terminated');
    expect(
      await world.sql`select state, ended_by from flow.work_item where instance_id = ${id}`,
    ).toMatchObject([{ state: 'cancelled', ended_by: null }]);
  });

  test('complete before cancel', async () => {
    const { id, complete } = await waiting();
    const outcomes = await world.engine.submit([command(id, complete), command(id, { type: 'cancel' })]);
    expect(outcomes).toMatchObject([{ ok: true }, refusal('instance-ended')]);
    expect((await world.instance(id)).state).toBe('completed');
  });
});

describe('a message against a timer', () => {
  test.each([1, 2, 3])(
    'exactly one goes on, and a message that lost is kept for others (%i)',
    async (round) => {
      // given the message on its way and the timer due before anybody looks
      const id = await world.start('race', { order: `R-${round}` });
      const [row] = await world.sql<
        { wait: number }[]
      >`select wait from flow.subscription where instance_id = ${id}`;
      const message = {
        name: 'race.paid',
        correlationKey: `R-${round}`,
        variables: {},
        actor: 'system',
        depth: 0,
      };
      const arriving = command(id, {
        type: 'trigger',
        wait: row!.wait,
        variables: {},
        message: { ...message, expiresAt: Date.now() + 3_600_000 },
      });
      // when both are due from one commit on
      await world.sql.begin(async (tx) => {
        await tx`update core.job set due_at = to_timestamp(${round % 2}) where target = ${id} and kind = 'flow.timer'`;
        await enqueue(tx, [{ ...arriving, dueAt: 500 }]);
      });
      world.engine.wake();
      // then
      await expect.poll(async () => (await world.items(id)).length, { timeout: 5_000 }).toBe(1);
      const [item] = await world.items(id);
      await expect
        .poll(() => world.sql`select 1 from core.job where target is null or target = ${id}`, {
          timeout: 5_000,
        })
        .toHaveLength(0);
      const kept =
        await world.sql`select 1 from flow.message where correlation_key = ${`R-${round}`} and not is_taken`;
      expect(kept).toHaveLength(item!.element === 'remind' ? 1 : 0);
    },
  );
});

test('a message published on one node while another begins to wait for it is never missed', async () => {
  // given
  await world.deploy(
    process(
      'ping',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="order"/></bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { extra: '<bpmn:message id="m" name="ping"/>' },
    ),
  );
  const other = await world.anotherNode();
  // when each is started here and told there, in one moment
  const started = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const publishing = other.flows.publish({
        actor: world.admin,
        name: 'ping',
        correlationKey: `P-${n}`,
        variables: { n },
        keepFor: 3_600_000,
      });
      const id = await world.start('ping', { order: `P-${n}` });
      await publishing;
      return id;
    }),
  );
  // then
  for (const [n, id] of started.entries())
    expect((await world.reach(id, 'completed')).variables).toEqual({ order: `P-${n}`, n });
  await other.engine.stop();
});

test('a click is stored before a handler runs, which may take the process along, and gone afterwards', async () => {
  // given
  await world.deploy(
    process(
      'clicked',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${service('t', 'test.look')}<bpmn:endEvent id="e"/>${sequence('s', 'u', 't', 'e')}`,
    ),
  );
  // when
  const id = await world.start('clicked');
  const [item] = await world.items(id);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
  // then
  expect(seen).toBe(1);
  await world.reach(id, 'completed');
  expect(await world.sql`select 1 from core.job where target = ${id}`).toHaveLength(0);
});

test('a start takes the version that was deployed a moment before, by whichever server', async () => {
  const start = (): Promise<{ version: number }> =>
    world.flows.start({ actor: world.admin, flow: 'renewed', item: { variables: {} } });
  await world.deploy(
    process('renewed', `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${sequence('s', 'u')}`),
  );
  expect(await start()).toMatchObject({ version: 1 });
  await world.sql`insert into flow.definition select (jsonb_populate_record(d, '{"version": 2}')).* from flow.definition d where key = 'renewed'`;
  expect(await start()).toMatchObject({ version: 2 });
});
