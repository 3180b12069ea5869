import { randomBytes } from 'node:crypto';
import PostalMime from 'postal-mime';
import { adminKey } from '../support/relata-process.ts';
import { ratio, type Figure } from './figure.ts';
import { withCost } from './flows/cost.ts';
import type { World } from './world.ts';

const count = 500;
const atOnce = 8;
const attachmentBytes = 40_000;

/** Mails with an attachment each, handed over by a mail server with eight connections: each a request, a message, a file. */
export async function benchInbound(world: World): Promise<Figure[]> {
  const { relata, sql } = world;
  const bare = await floor(sql, makeMails('floor'));
  const mails = makeMails('taken');
  const handOver = async (): Promise<void> => {
    for (let mail = mails.pop(); mail; mail = mails.pop()) await deliver(relata.url, mail);
  };
  const { result: seconds, cost } = await withCost(world, { what: '… each', each: count }, async () => {
    const started = performance.now();
    await Promise.all(Array.from({ length: atOnce }, handOver));
    return (performance.now() - started) / 1_000;
  });
  const value = count / seconds;
  const [found] = await sql<{ tickets: number; files: number }[]>`
    select (select count(*)::int from data.ticket) as tickets, (select count(*)::int from data.ticket_file) as files`;
  if (found!.tickets !== count || found!.files !== count)
    throw new Error(`Of ${count} mails came ${found!.tickets} requests and ${found!.files} files.`);
  return [
    {
      what: `${count} inbound mails with an attachment of 40 kB; against reading and inserting alone`,
      value,
      unit: '/s',
      against: `50/s asked; ${ratio(value, bare)}`,
      isMet: value >= 50,
    },
    ...cost,
  ];
}

/** The same mails read, and their bytes inserted row by row, over one connection. */
async function floor(sql: World['sql'], mails: readonly string[]): Promise<number> {
  await sql`create table if not exists public.bench_mail (subject text, body text, bytes bytea)`;
  const started = performance.now();
  for (const raw of mails) {
    const { subject = '', text = '', attachments } = await PostalMime.parse(raw);
    // The cast: without another wish content comes as bytes.
    const bytes = Buffer.from((attachments[0]?.content ?? new ArrayBuffer(0)) as ArrayBuffer);
    await sql`insert into public.bench_mail values (${subject}, ${text}, ${bytes})`;
  }
  return (mails.length / (performance.now() - started)) * 1_000;
}

const makeMails = (kind: string): string[] =>
  Array.from({ length: count }, (_, index) =>
    [
      `From: Customer ${index} <customer${index}@bench.example>`,
      'To: support@relata.example',
      `Subject: Question ${index}`,
      `Message-ID: <${kind}-${index}@bench.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<p>Hello,</p><p>${'this is what I would like to know. '.repeat(20)}</p><img src="https://track.example/x.gif">`,
      '--b',
      'Content-Type: application/octet-stream; name=log.bin',
      'Content-Disposition: attachment; filename=log.bin',
      'Content-Transfer-Encoding: base64',
      '',
      randomBytes(attachmentBytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '--b--',
      '',
    ].join('\r\n'),
  );

async function deliver(url: string, body: string): Promise<void> {
  const answer = await fetch(`${url}/api/inbound/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'message/rfc822' },
    body,
  });
  const taken = (await answer.json()) as { state?: string };
  if (taken.state !== 'taken') throw new Error(`A mail was not taken: ${JSON.stringify(taken)}`);
}
