import { type Figure } from '../figure.ts';
import { memoryOf, type World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';
import { countOf, startMany, untilCount } from './instances.ts';

const key = 'bench-timers';
const parts = 12;

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/>
<bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">"PT" &amp; $string(seconds) &amp; "S"</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="end"/>
${sequence('begin', 'later', 'end')}`,
);

/** C: instances that wait on timers spread over an hour, and the clock that goes on in twelve steps. */
export async function benchTimers(world: World, { timers }: { timers: number }): Promise<Figure[]> {
  const { relata } = world;
  await relata.call('POST', '/api/flows', { xml });
  await startMany(relata, { key, count: timers }, (n) => ({ seconds: 7_200 + (n * 3_600) / timers }));
  await untilCount(world, { table: 'instance', key, count: timers }, 1_000);
  await relata.call('POST', '/api/clock', { advance: 'PT1H' });
  const memory = { peak: 0 };
  const watch = setInterval(() => {
    void memoryOf(relata.pid).then(({ now }) => (memory.peak = Math.max(memory.peak, now)));
  }, 250);
  const rates: number[] = [];
  const began = performance.now();
  let done = 0;
  for (let part = 0; part < parts + 2; part++) {
    const partBegan = performance.now();
    await relata.call('POST', '/api/clock', { advance: 'PT10M' });
    const now = await countOf(world, 'finished', key);
    if (now - done > timers / 20) rates.push((now - done) / ((performance.now() - partBegan) / 1000));
    done = now;
    if (done >= timers) break;
  }
  const rate = timers / ((performance.now() - began) / 1000);
  clearInterval(watch);
  if (done !== timers) throw new Error(`${done} of ${timers} timers came true.`);
  const evenness = (rates.at(-1) ?? 0) / (rates[0] ?? 1);
  return [
    {
      what: `C ${timers} timers`,
      value: rate,
      unit: '/s',
      against: 'at least 8,000',
      isMet: rate >= 8_000,
    },
    {
      what: 'C last step beside the first',
      value: evenness,
      unit: '',
      against: 'no slower',
      isMet: evenness >= 0.9,
    },
    {
      what: 'C memory of the server',
      value: memory.peak,
      unit: 'MB',
      against: 'under 600',
      isMet: memory.peak < 600,
    },
  ];
}
