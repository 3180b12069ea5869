import { ratio, type Figure } from '../figure.ts';
import { peerRate } from '../peer/install-peer.ts';
import type { World } from '../world.ts';
import { withCost } from './cost.ts';
import { flowFile, sequence } from './flow-file.ts';
import { countOf, startMany, untilAllStarted, untilCount } from './instances.ts';

export const branchKey = 'bench-branch';

const xml = flowFile(
  branchKey,
  `<bpmn:startEvent id="begin"/>
<bpmn:scriptTask id="double" scriptFormat="jsonata" relata:resultVariable="doubled"><bpmn:script>n * 2</bpmn:script></bpmn:scriptTask>
<bpmn:exclusiveGateway id="big" default="no"/>
<bpmn:endEvent id="large"/><bpmn:endEvent id="small"/>
${sequence('begin', 'double', 'big')}
<bpmn:sequenceFlow id="yes" sourceRef="big" targetRef="large"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">doubled &gt; 1000</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="no" sourceRef="big" targetRef="small"/>`,
);

export async function deployBranch(world: World): Promise<void> {
  await world.relata.call('POST', '/api/flows', { xml });
  await branchRate(world, 2_000);
}

/** From the first request until the last has ended. */
export async function branchRate(world: World, count: number): Promise<number> {
  const before = await countOf(world, 'finished', branchKey);
  const began = performance.now();
  await startMany(world.relata, { key: branchKey, count });
  await untilAllStarted(world);
  await untilCount(world, { table: 'finished', key: branchKey, count: before + count });
  return count / ((performance.now() - began) / 1000);
}

/** A: start, script, exclusive gateway, end, with full history. */
export async function benchBranch(world: World, { instances }: { instances: number }): Promise<Figure[]> {
  await deployBranch(world);
  const before = await countOf(world, 'finished', branchKey);
  const { result: rate, cost } = await withCost(world, { what: 'A', each: instances }, () =>
    branchRate(world, instances),
  );
  if ((await countOf(world, 'finished', branchKey)) - before !== instances)
    throw new Error('Not every instance completed once.');
  const [history] = await world.sql<{ entries: number }[]>`
    select (sum(json_array_length(entries)) / count(distinct instance_id))::float as entries
    from flow.history h join flow.finished f on f.id = h.instance_id where f.flow = ${branchKey}`;
  const dbos = await peerRate(world, {
    package: '@dbos-inc/dbos-sdk',
    script: 'dbos.mjs',
    count: Math.max(500, Math.min(5000, Math.round(instances / 20))),
  });
  const engine = await peerRate(world, {
    package: 'bpmn-engine',
    script: 'bpmn-engine.mjs',
    count: Math.max(200, Math.min(2000, Math.round(instances / 50))),
  });
  const beside = (name: string, peer: number, times: number): Figure => ({
    what: `A beside ${name}`,
    value: rate,
    unit: 'completed/s',
    against: ratio(rate, peer),
    isMet: rate >= times * peer,
  });
  return [
    { what: 'A flows', value: rate, unit: 'completed/s', against: 'at least 12,000', isMet: rate >= 12_000 },
    beside('DBOS (asked 40 times)', dbos, 40),
    beside('bpmn-engine in memory (asked 50 times)', engine, 50),
    ...cost,
    { what: 'A history entries per instance', value: history?.entries ?? 0, unit: '' },
  ];
}
