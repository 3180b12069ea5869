import { openClient } from '../client.ts';
import { type Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import type { World } from '../world.ts';
import { withCost } from './cost.ts';
import { flowFile, sequence } from './flow-file.ts';
import { startMany, untilCount } from './instances.ts';

const key = 'bench-two-tasks';
const atOnce = 32;

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/><bpmn:userTask id="check" name="Check"/>
<bpmn:exclusiveGateway id="large" default="no"/>
<bpmn:userTask id="approve" name="Approve"/><bpmn:userTask id="file" name="File"/><bpmn:endEvent id="end"/>
${sequence('begin', 'check', 'large')}
<bpmn:sequenceFlow id="yes" sourceRef="large" targetRef="approve"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">n &gt; 500</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="no" sourceRef="large" targetRef="file"/>
${sequence('approve', 'end')}${sequence('file', 'end')}`,
);

/** B: two user tasks with a branch between them, each completed by a call of its own, 32 at a time. */
export async function benchCompletions(world: World): Promise<Figure[]> {
  const { relata } = world;
  const count = 5_000;
  await relata.call('POST', '/api/flows', { xml });
  await startMany(relata, { key, count });
  await untilCount(world, { table: 'work_item', key, count });
  const times: number[] = [];
  const { result: seconds, cost } = await withCost(world, { what: 'B', each: 2 * count }, async () => {
    const began = performance.now();
    await completeAll(world, times);
    await untilCount(world, { table: 'work_item', key, count: 2 * count }, 20);
    await completeAll(world, times);
    return (performance.now() - began) / 1000;
  });
  await untilCount(world, { table: 'finished', key, count });
  const rate = times.length / seconds;
  const p99 = percentile(times, 99);
  return [
    { what: 'B completions', value: rate, unit: '/s', against: 'at least 1,200', isMet: rate >= 1_200 },
    { what: 'B completion, 99 %', value: p99, unit: 'ms', against: 'under 60', isMet: p99 < 60 },
    ...cost,
  ];
}

async function completeAll({ relata, sql }: World, times: number[]): Promise<void> {
  const open = await sql<{ id: string }[]>`
    select id from flow.work_item where flow = ${key} and state = 'open' order by id`;
  const client = openClient(relata.url, atOnce);
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < open.length) {
      const { id } = open[next++]!;
      const began = performance.now();
      const status = await client.post(`/api/work-items/${id}/complete`, { variables: { isDone: true } });
      if (status !== 200) throw new Error(`A completion was answered with ${status}.`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  client.close();
}
