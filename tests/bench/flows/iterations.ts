import type { Figure } from '../figure.ts';
import type { World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';

const instances = 20_000;
/** Of work items, as many as are left when it is enough. */
const answered = 100;
const patience = 120_000;

/** Load D: one activity of 20,000 instances at once, that ends by its condition; and what one row holds meanwhile. */
export async function benchIterations(world: World): Promise<Figure[]> {
  await world.relata.call('POST', '/api/flows', { xml });
  await run(world, { calls: 100, people: 0 });
  const called = await run(world, { calls: instances, people: 0 });
  const asked = await run(world, { calls: 0, people: instances });
  return [
    timed(`${instances} calls at once, all needed`, called.seconds),
    timed(`${instances} work items at once, opened`, asked.opened),
    timed(`${instances - answered} of them cancelled by the condition`, asked.ended),
    {
      what: `answering one of ${instances} work items`,
      value: asked.answer,
      unit: 'ms',
      against: 'under 60',
      isMet: asked.answer < 60,
    },
    {
      what: 'largest row of the instance meanwhile',
      value: asked.row / 1024,
      unit: 'kB',
      against: 'under 64',
      isMet: asked.row < 65_536,
    },
  ];
}

const timed = (what: string, seconds: number): Figure => ({
  what,
  value: seconds,
  unit: 's',
  against: 'under 5',
  isMet: seconds < 5,
});

interface Measured {
  seconds: number;
  opened: number;
  answer: number;
  ended: number;
  row: number;
}

async function run(world: World, variables: { calls: number; people: number }): Promise<Measured> {
  const began = performance.now();
  const { id } = await world.relata.call<{ id: string }>('POST', '/api/flows/bench-multi/instances', {
    variables: { ...variables, enough: answered },
  });
  const since = (from: number): number => (performance.now() - from) / 1000;
  if (variables.people === 0) {
    await until(async () => (await stateOf(world, id)) === 'completed');
    return { seconds: since(began), opened: 0, answer: 0, ended: 0, row: 0 };
  }
  await until(async () => (await open(world, id)) === variables.people);
  const opened = since(began);
  const row = await largestRow(world, id);
  const items = await world.sql<{ id: string }[]>`
    select id from flow.work_item where instance_id = ${id} order by md5(id::text) limit ${answered}`;
  const answering = performance.now();
  for (const item of items.slice(1)) await complete(world, item.id);
  const answer = (performance.now() - answering) / (answered - 1);
  const ending = performance.now();
  await complete(world, items[0]!.id);
  await until(async () => (await stateOf(world, id)) === 'completed');
  return { seconds: since(began), opened, answer, ended: since(ending), row };
}

const complete = (world: World, item: string): Promise<unknown> =>
  world.relata.call('POST', `/api/work-items/${item}/complete`, { variables: { ok: true } });

const stateOf = async (world: World, id: string): Promise<string> =>
  (await world.relata.call<{ state: string }>('GET', `/api/instances/${id}`)).state;

async function open({ sql }: World, id: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from flow.work_item where instance_id = ${id} and state = 'open'`;
  return row?.count ?? 0;
}

async function largestRow({ sql }: World, id: string): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select greatest((select length(state::text) from flow.instance where id = ${id}),
      (select max(length(content::text)) from flow.instance_part where instance_id = ${id})) as bytes`;
  return row?.bytes ?? 0;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - began > patience) throw new Error('It took more than two minutes.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const loop = (count: string, condition: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics relata:outputCollection="got" relata:outputElement="loopCounter">
<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${count}</bpmn:loopCardinality>
<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances = ${condition}</bpmn:completionCondition>
</bpmn:multiInstanceLoopCharacteristics>`;

const xml = flowFile(
  'bench-multi',
  `<bpmn:startEvent id="begin"/>
<bpmn:serviceTask id="count"><bpmn:extensionElements><relata:task type="bench.count"><relata:input name="n" value="loopCounter"/><relata:output variable="next" value="next"/></relata:task></bpmn:extensionElements>${loop('calls', 'calls')}</bpmn:serviceTask>
<bpmn:userTask id="ask" name="Ask">${loop('people', 'enough')}</bpmn:userTask>
<bpmn:endEvent id="done"/>
${sequence('begin', 'count', 'ask', 'done')}`,
);
