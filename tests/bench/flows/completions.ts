import { openClient } from '../client.ts';
import { type Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import type { World } from '../world.ts';
import { withCost } from './cost.ts';
import { flowFile, sequence } from './flow-file.ts';
import { countOf, startMany, untilAllEnded, untilCount } from './instances.ts';

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

/** B: two user tasks with a branch between them, each completed by a call of its own, 32 at a time, on a server that is warm. */
export async function benchCompletions(world: World): Promise<Figure[]> {
  const { relata } = world;
  await relata.call('POST', '/api/flows', { xml });
  // A server that just started runs its first thousand clicks in code that is not compiled yet.
  await runThrough(world, { count: 1_000, times: [] });
  const count = 10_000;
  const times: number[] = [];
  const { seconds, cost } = await runThrough(world, { count, times });
  const rate = times.length / seconds;
  const p99 = percentile(times, 99);
  return [
    { what: 'B completions', value: rate, unit: '/s', against: 'at least 1,200', isMet: rate >= 1_200 },
    { what: 'B completion, 99 %', value: p99, unit: 'ms', against: 'under 60', isMet: p99 < 60 },
    ...cost,
  ];
}

/** Starts so many and completes both tasks of each; what the completions took. */
async function runThrough(world: World, { count, times }: { count: number; times: number[] }) {
  const before = await countOf(world, 'work_item', key);
  await startMany(world.relata, { key, count });
  await untilCount(world, { table: 'work_item', key, count: before + count });
  const { result: seconds, cost } = await withCost(world, { what: 'B', each: 2 * count }, async () => {
    const began = performance.now();
    await completeAll(world, times);
    await completeAll(world, times);
    return (performance.now() - began) / 1000;
  });
  await untilAllEnded(world, key);
  return { seconds, cost };
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
