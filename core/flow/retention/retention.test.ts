import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, script, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
  const inner = `<bpmn:startEvent id="s"/>${script('t', '1', 'r')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`;
  await world.deploy(process('kept', inner));
  await world.deploy(process('brief', inner, { attributes: 'relata:retention="P2D"' }));
  await world.deploy(
    process(
      'open',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
      { attributes: 'relata:retention="P2D"' },
    ),
  );
});
afterAll(() => world.close());

const day = 86_400_000;
const left = async (table: 'finished' | 'history' | 'work_item'): Promise<number> =>
  (await world.sql`select 1 from flow.${world.sql(table)}`).length;

test('what has ended is taken away when its flow keeps it no longer, with its history; the rest stays', async () => {
  // given 1,200 of a flow that keeps them two days, one of a flow that keeps all, and one that still runs
  const items = Array.from({ length: 1_200 }, () => ({ variables: {} }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'brief', items });
  const running = await world.start('open');
  const kept = await world.start('kept');
  for (const id of [ids[0]!, ids[1_199]!, kept]) await world.reach(id, 'completed');
  // when a day has passed
  await world.advance(day);
  expect(await left('finished')).toBe(1_201);
  // when the time is over
  await world.advance(2 * day);
  await expect.poll(() => left('finished'), { timeout: 10_000 }).toBe(1);
  // then
  expect((await world.history(kept)).length).toBeGreaterThan(0);
  const histories = await world.sql<{ id: string }[]>`select distinct instance_id as id from flow.history`;
  expect(histories.map((row) => row.id).sort()).toEqual([running, kept].sort());
  expect(await world.instance(running)).toMatchObject({ state: 'active' });
  expect(await left('work_item')).toBe(1);
});
