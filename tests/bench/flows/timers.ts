import { openClient } from '../client.ts';
import { type Figure } from '../figure.ts';
import { memoryOf, type World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';
import { countOf, startMany, untilCount } from './instances.ts';

const key = 'bench-timers';

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/>
<bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">"PT" &amp; $string(seconds) &amp; "S"</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:endEvent id="end"/>
${sequence('begin', 'later', 'end')}`,
);

/** C: instances that wait on timers spread over an hour, and the clock that goes through that hour. */
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
  const { seconds, samples } = await throughTheHour(world, timers);
  clearInterval(watch);
  const rate = timers / seconds;
  const evenness = rateBetween(samples, timers * 0.75, timers) / rateBetween(samples, 0, timers * 0.25);
  return [
    { what: `C ${timers} timers`, value: rate, unit: '/s', against: 'at least 8,000', isMet: rate >= 8_000 },
    {
      what: 'C last quarter beside the first',
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

interface Sample {
  at: number;
  done: number;
}

async function throughTheHour(world: World, timers: number): Promise<{ seconds: number; samples: Sample[] }> {
  const client = openClient(world.relata.url, 1);
  const samples: Sample[] = [{ at: performance.now(), done: 0 }];
  // By what PostgreSQL notes anyway: counting the rows took more and more from the same two cores, the further the hour went.
  const ended = async (): Promise<number> => {
    const [row] = await world.sql<{ inserted: number }[]>`
      select n_tup_ins::int as inserted from pg_stat_user_tables
      where schemaname = 'flow' and relname = 'finished'`;
    return row?.inserted ?? 0;
  };
  const before = await ended();
  const sample = async (): Promise<void> => {
    samples.push({ at: performance.now(), done: (await ended()) - before });
  };
  const over = new AbortController();
  const sampling = (async (): Promise<void> => {
    for (; !over.signal.aborted; await sample()) await new Promise((resolve) => setTimeout(resolve, 2_000));
  })();
  const began = performance.now();
  const status = await client.post('/api/clock', { advance: 'PT2H5M' });
  const end = performance.now();
  over.abort();
  await sampling;
  client.close();
  const done = await countOf(world, 'finished', key);
  if (status !== 200 || done !== timers) throw new Error(`${status}: ${done} of ${timers} timers came true.`);
  // What was sampled afterwards is not about the hour: it would make its end look slow.
  const during = samples.filter(({ at }) => at <= end);
  return { seconds: (end - began) / 1000, samples: [...during, { at: end, done }] };
}

/** Timers per second while these counts were passed. */
function rateBetween(samples: readonly Sample[], from: number, to: number): number {
  const first = samples.findLast(({ done }) => done <= from) ?? samples[0]!;
  const last = samples.find(({ done }) => done >= to) ?? samples.at(-1)!;
  return (last.done - first.done) / ((last.at - first.at) / 1000);
}
