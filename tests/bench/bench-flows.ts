import { ratio, type Figure } from './figure.ts';
import { peerRate } from './peer/install-peer.ts';
import type { World } from './world.ts';

const key = 'bench-flow';
const chunk = 5000;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="bench" targetNamespace="bench">
<bpmn:process id="${key}" isExecutable="true" relata:history="full">
<bpmn:startEvent id="begin"/>
<bpmn:scriptTask id="double" scriptFormat="jsonata" relata:resultVariable="doubled"><bpmn:script>n * 2</bpmn:script></bpmn:scriptTask>
<bpmn:exclusiveGateway id="big" default="no"/>
<bpmn:endEvent id="large"/><bpmn:endEvent id="small"/>
<bpmn:sequenceFlow id="one" sourceRef="begin" targetRef="double"/>
<bpmn:sequenceFlow id="two" sourceRef="double" targetRef="big"/>
<bpmn:sequenceFlow id="yes" sourceRef="big" targetRef="large"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">doubled &gt; 1000</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="no" sourceRef="big" targetRef="small"/>
</bpmn:process></bpmn:definitions>`;

/** start → script → exclusive gateway → end with full history: from the first request until the last has ended. */
export async function benchFlows(world: World, { instances }: { instances: number }): Promise<Figure[]> {
  const { relata, sql } = world;
  await relata.call('POST', '/api/flows', { xml });
  await run(world, Math.min(instances, 2000));
  const before = await completed(world);
  const rate = await run(world, instances);
  const [history] = await sql<{ entries: number }[]>`
    select (sum(json_array_length(entries)) / count(distinct instance_id))::float as entries from flow.history`;
  if ((await completed(world)) - before !== instances) throw new Error('Not every instance completed once.');
  const peer = await peerRate(world, Math.max(500, Math.min(5000, Math.round(instances / 20))));
  return [
    { what: 'flows', value: rate, unit: 'completed/s', against: 'at least 5,000', isMet: rate >= 5000 },
    {
      what: 'flows beside DBOS',
      value: rate,
      unit: 'completed/s',
      against: ratio(rate, peer),
      isMet: rate >= 15 * peer,
    },
    { what: 'history entries per instance', value: history?.entries ?? 0, unit: '' },
  ];
}

async function run(world: World, instances: number): Promise<number> {
  const before = await completed(world);
  const began = performance.now();
  for (let from = 0; from < instances; from += chunk) {
    const count = Math.min(chunk, instances - from);
    const items = Array.from({ length: count }, (_, index) => ({ variables: { n: from + index } }));
    await world.relata.call('POST', `/api/flows/${key}/instances`, { items });
  }
  while ((await completed(world)) - before < instances)
    // Seldom: counting 100,000 rows every 20 ms took half of what the machine can do.
    await new Promise((resolve) => setTimeout(resolve, 200));
  return instances / ((performance.now() - began) / 1000);
}

/** Counted in the table: the figure is about running, not about counting through the API. */
async function completed({ sql }: World): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from flow.finished where flow = ${key} and status = 'completed'`;
  return row?.count ?? 0;
}
