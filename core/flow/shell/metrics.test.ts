import { AggregatorRegistry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
import { flowMetrics } from './metrics.ts';

// Names of its own: the counters are those of the whole process.
const sell = defineTask({
  id: 'test.counted',
  kind: 'transactional',
  face: { icon: 'x', group: 'test' },
  input: z.object({ n: z.number() }),
  output: z.object({}),
  run: (calls) =>
    Promise.resolve(calls.map(({ input }) => (input.n > 1 ? failure('sold-out', 'None left.') : ok({})))),
});

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld([sell]);
  const around = (inner: string, id: string): string =>
    `<bpmn:startEvent id="s"/>${inner}<bpmn:endEvent id="e"/>${sequence('s', id, 'e')}`;
  await world.deploy(
    process('counted-shop', around(service('t', 'test.counted', { inputs: ['name="n" value="n"'] }), 't')),
  );
  await world.deploy(process('counted-broken', around(script('t', 'missing', 'r'), 't')));
});
afterAll(() => world.close());

test('instances, incidents and calls of task types are counted per flow and per type', async () => {
  await world.start('counted-shop', { n: 1 });
  await world.start('counted-shop', { n: 2 });
  await world.reach(await world.start('counted-broken'), 'incident');
  const text = await AggregatorRegistry.aggregate([await flowMetrics(), await flowMetrics()]).metrics();
  for (const line of [
    'relata_flow_instances_started_total{flow="counted-shop"} 4',
    'relata_flow_instances_ended_total{flow="counted-shop",state="completed"} 2',
    'relata_flow_instances_ended_total{flow="counted-shop",state="failed"} 2',
    'relata_flow_incidents_total{flow="counted-broken"} 2',
    'relata_flow_instance_seconds_count{flow="counted-shop"} 4',
    'relata_task_calls_total{task="test.counted",outcome="ok"} 2',
    'relata_task_calls_total{task="test.counted",outcome="refused"} 2',
  ])
    expect(text.split('\n')).toContain(line);
});
