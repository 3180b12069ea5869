import { openClient } from '../client.ts';
import { ratio, type Figure } from '../figure.ts';
import { startInsertFloor } from '../floor/start-floor.ts';
import { percentile } from '../percentile.ts';
import type { World } from '../world.ts';
import { flowFile, sequence } from './flow-file.ts';

const key = 'bench-first-wait';
const perSecond = 200;

const xml = flowFile(
  key,
  `<bpmn:startEvent id="begin"/><bpmn:userTask id="check" name="Check"/><bpmn:endEvent id="end"/>
${sequence('begin', 'check', 'end')}`,
);

/** E: one instance by HTTP to its first wait, 200 a second, beside a bare route that inserts a row and commits. */
export async function benchFirstWait(world: World, { seconds }: { seconds: number }): Promise<Figure[]> {
  await world.relata.call('POST', '/api/flows', { xml });
  const floor = await startInsertFloor(world);
  try {
    const bare = await paced({ url: floor.url, path: '/', seconds });
    const own = await paced({ url: world.relata.url, path: `/api/flows/${key}/instances`, seconds });
    return [
      {
        what: 'E start to first wait, 99 %',
        value: percentile(own, 99),
        unit: 'ms',
        against: ratio(percentile(own, 99), percentile(bare, 99)),
        isMet: percentile(own, 99) <= 3 * percentile(bare, 99),
      },
      { what: '… half of them', value: percentile(own, 50), unit: 'ms' },
    ];
  } finally {
    await floor.stop();
  }
}

interface Paced {
  url: string;
  path: string;
  seconds: number;
}

/** Sent when they are due, whether or not the ones before have been answered. */
async function paced({ url, path, seconds }: Paced): Promise<number[]> {
  const client = openClient(url, 64);
  const times: number[] = [];
  const send = async (): Promise<void> => {
    const began = performance.now();
    const status = await client.post(path, { variables: { n: 1 } });
    if (status >= 400) throw new Error(`${url} answered ${status}`);
    times.push(performance.now() - began);
  };
  const rounds = async (count: number): Promise<void> => {
    const began = performance.now();
    const sent: Promise<void>[] = [];
    for (let index = 0; index < count; index++) {
      const wait = began + (index * 1000) / perSecond - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      sent.push(send());
    }
    await Promise.all(sent);
  };
  await rounds(2 * perSecond);
  times.length = 0;
  await rounds(seconds * perSecond);
  client.close();
  return times;
}
