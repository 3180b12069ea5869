import { type Figure } from '../figure.ts';
import type { World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';
import { startMany, untilAllEnded, untilCount } from './instances.ts';

const key = 'bench-signal';
const count = 10_000;

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/>
<bpmn:intermediateCatchEvent id="call"><bpmn:signalEventDefinition signalRef="everybody"/></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="end"/>
${sequence('begin', 'call', 'end')}`,
);

/** F: ten thousand instances subscribed, one signal. */
export async function benchSignal(world: World): Promise<Figure[]> {
  const { relata } = world;
  await relata.call('POST', '/api/flows', { xml });
  await startMany(relata, { key, count });
  await untilCount(world, { table: 'instance', key, count });
  const began = performance.now();
  await relata.call('POST', '/api/signals', { name: 'everybody', variables: {} });
  await untilAllEnded(world, key);
  const seconds = (performance.now() - began) / 1000;
  return [
    { what: 'F one signal for 10,000', value: seconds, unit: 's', against: 'under 2', isMet: seconds < 2 },
  ];
}
