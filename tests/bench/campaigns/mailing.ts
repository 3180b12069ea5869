/** A campaign without a journey to everybody in a list: rendered, asked for consent, logged, and handed over. */
import { join } from 'node:path';
import { ratio, type Figure } from '../figure.ts';
import { memoryOf, runScript, type World } from '../world.ts';
import { makeMembers } from './members.ts';
import type { Sink } from './start-sink.ts';

const body =
  '<mj-section><mj-column><mj-text>Dear {{ contact.name }}, Lumen 40 Field now measures in the rain.</mj-text><mj-button href="https://shop.example/lumen">See it</mj-button></mj-column></mj-section>';

export async function benchMailing(world: World, count: number, sink: Sink): Promise<Figure[]> {
  const { relata, sql } = world;
  const { segment } = await makeMembers(world, { key: 'mailing', count });
  const made = (entity: string, values: Record<string, unknown>): Promise<{ id: string; version: number }> =>
    relata.call('POST', `/api/records/${entity}`, values);
  const { id: template } = await made('template', { name: 'News', subject: 'For {{ contact.name }}', body });
  await sink.forget();
  const memory = { peak: 0 };
  const watch = setInterval(() => {
    void memoryOf(relata.pid).then(({ now }) => (memory.peak = Math.max(memory.peak, now)));
  }, 250);
  const before = await world.used();
  const began = performance.now();
  await made('campaign', { name: 'Bench', state: 'running', audience: segment, template, purpose: 'news' });
  let wrote = 0;
  for (;;) {
    const { count: sent } = await sink.counts();
    wrote ||= (await writtenAll(world, count)) ? performance.now() : 0;
    if (sent >= count) break;
    if (performance.now() - began > 900_000) throw new Error(await whatStopped(world, sent));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - began) / 1000;
  const after = await world.used();
  clearInterval(watch);
  const { addresses } = await sink.counts();
  const [one] = await sql<{ id: string }[]>`select id from core.outbox limit 1`;
  const { content } = await relata.call<{ content: { html: string } }>('GET', `/api/outbox/${one!.id}`);
  const floor = Number(
    await runScript(join(import.meta.dirname, 'floor.ts'), {
      cwd: process.cwd(),
      env: { SINK: sink.url, MAILS: String(Math.min(count, 20_000)), HTML: content.html },
    }),
  );
  const rate = count / seconds;
  return [
    {
      what: 'mails prepared and handed over',
      value: rate,
      unit: 'mails/s',
      against: 'at least 1,500',
      isMet: rate >= 1_500,
    },
    { what: '… beside nodemailer alone', value: rate, unit: 'mails/s', against: ratio(rate, floor) },
    {
      what: '… processor of the server and of PostgreSQL',
      value: (after.server - before.server + after.database - before.database) / count,
      unit: 'ms/mail',
      against: `${((after.server - before.server) / count).toFixed(2)} and ${((after.database - before.database) / count).toFixed(2)}`,
    },
    { what: '… prepared after', value: (wrote - began) / 1000, unit: 's' },
    {
      what: '… to addresses',
      value: addresses,
      unit: '',
      against: `${count}, each once`,
      isMet: addresses === count,
    },
    {
      what: '… memory of the server',
      value: memory.peak,
      unit: 'MB',
      against: 'under 400',
      isMet: memory.peak < 400,
    },
  ];
}

async function whatStopped({ sql }: World, sent: number): Promise<string> {
  const states = await sql`select state, reason, count(*)::int as count from core.outbox group by 1, 2`;
  const flows = await sql`select state, count(*)::int as count from flow.instance group by 1`;
  return `Only ${sent} mails came: ${JSON.stringify([states, flows])}.`;
}

const writtenAll = async ({ sql }: World, count: number): Promise<boolean> => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from core.outbox`;
  return (row?.count ?? 0) >= count;
};
