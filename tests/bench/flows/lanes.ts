import { openClient } from '../client.ts';
import { type Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import type { World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';
import { branchKey, deployBranch } from './branch.ts';
import { countOf, startMany, untilCount } from './instances.ts';

const key = 'bench-clicks';

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/><bpmn:userTask id="check" name="Check"/><bpmn:endEvent id="end"/>
${sequence('begin', 'check', 'end')}`,
);

/** G: a bulk start is running; meanwhile single people complete their work items. */
export async function benchLanes(world: World, { instances }: { instances: number }): Promise<Figure[]> {
  const { relata, sql } = world;
  await deployBranch(world);
  await relata.call('POST', '/api/flows', { xml });
  const clicks = 2_000;
  await startMany(relata, { key, count: clicks });
  await untilCount(world, { table: 'work_item', key, count: clicks });
  const open = await sql<{ id: string }[]>`
    select id from flow.work_item where flow = ${key} and state = 'open' order by id`;
  const before = await countOf(world, 'finished', branchKey);
  // A hundred thousand are over after forty clicks, of which nothing can be said about the slowest hundredth.
  const started = 5 * instances;
  await startMany(relata, { key: branchKey, count: started });
  const bulk = { isOver: false };
  // Beside the clicks and seldom: counting 100,000 rows before each of them was most of what a click waited for.
  const ended = untilCount(world, { table: 'finished', key: branchKey, count: before + started }, 500).then(
    () => (bulk.isOver = true),
  );
  const client = openClient(relata.url, 1);
  const times: number[] = [];
  for (const { id } of open) {
    if (bulk.isOver) break;
    const began = performance.now();
    const status = await client.post(`/api/work-items/${id}/complete`, { variables: {} });
    if (status !== 200) throw new Error(`A completion was answered with ${status}.`);
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  client.close();
  await ended;
  const p99 = percentile(times, 99);
  return [
    {
      what: `G click under a bulk start, 99 % of ${times.length}`,
      value: p99,
      unit: 'ms',
      against: 'under 100',
      isMet: p99 < 100 && times.length >= 100,
    },
  ];
}
