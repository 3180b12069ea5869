import { ReadableStream } from 'node:stream/web';
import { contactAt, contactsCsv } from './contacts.ts';
import { ratio, type Figure } from './figure.ts';
import { floorOfInserts } from './floor/inserts.ts';
import { adminKey } from '../support/relata-process.ts';
import { memoryOf, type World } from './world.ts';

interface ImportView {
  id: string;
  state: string;
  phase: string;
  progress: { created: number; rejected: number };
  problem: unknown;
}

/** All checks on, events written, search usable at the end; against bare inserts of the same rows. */
export async function benchImport(world: World, { contacts }: { contacts: number }): Promise<Figure[]> {
  const { relata } = world;
  const memory = { peak: 0 };
  const watch = setInterval(() => {
    void memoryOf(relata.pid).then(({ now }) => (memory.peak = Math.max(memory.peak, now)));
  }, 250);
  const uploaded = await upload(world, contacts);
  let indexesBegan: number | undefined;
  const began = Date.now();
  await relata.call('POST', `/api/imports/${uploaded.id}/run`);
  const ended = await untilEnded(world, uploaded.id, () => void (indexesBegan ??= Date.now()));
  await mustBeFound(world, contacts - 1);
  const ending = Date.now();
  const seconds = (ending - began) / 1000;
  clearInterval(watch);
  if (ended.progress.created !== contacts)
    throw new Error(`The import made ${ended.progress.created} of ${contacts}: ${JSON.stringify(ended)}`);
  const rate = contacts / seconds;
  const floor = await floorOfInserts(world);
  return [
    { what: 'import', value: rate, unit: 'rows/s', against: 'at least 12,000', isMet: rate >= 12_000 },
    {
      what: 'import beside bare inserts',
      value: rate,
      unit: 'rows/s',
      against: ratio(rate, floor),
      isMet: rate >= floor / 2,
    },
    { what: '… of that for indexes', value: (ending - (indexesBegan ?? ending)) / 1000, unit: 's' },
    {
      what: 'memory of the server meanwhile',
      value: memory.peak,
      unit: 'MB',
      against: 'under 400',
      isMet: memory.peak < 400,
    },
  ];
}

/** As many contacts as a figure needs, where no import ran before it. */
export async function ensureContacts(world: World, contacts: number): Promise<void> {
  const [row] = await world.sql<{ count: number }[]>`select count(*)::int as count from data.contact`;
  if ((row?.count ?? 0) >= contacts) return;
  const { id } = await upload(world, contacts);
  await world.relata.call('POST', `/api/imports/${id}/run`);
  await untilEnded(world, id);
}

async function upload({ relata }: World, contacts: number): Promise<ImportView> {
  const answer = await fetch(`${relata.url}/api/imports?target=contact&name=contacts.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'text/csv' },
    body: ReadableStream.from(contactsCsv(contacts)),
    // Needed for a body that is a stream; the type of fetch does not have it yet.
    duplex: 'half',
  } as RequestInit);
  if (!answer.ok) throw new Error(`The upload was refused: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ImportView;
}

async function untilEnded({ relata }: World, id: string, onIndexes = (): void => {}): Promise<ImportView> {
  for (;;) {
    const view = await relata.call<ImportView>('GET', `/api/imports/${id}`);
    if (view.phase === 'indexes') onIndexes();
    if (view.state === 'completed') return view;
    if (['failed', 'stopped'].includes(view.state))
      throw new Error(`The import ${view.state}: ${JSON.stringify(view.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function mustBeFound({ relata }: World, index: number): Promise<void> {
  const { name } = contactAt(index);
  const page = await relata.call<{ items: { name: string }[] }>(
    'GET',
    `/api/records/contact?search=${encodeURIComponent(name)}&limit=5`,
  );
  if (!page.items.some((item) => item.name === name))
    throw new Error(`Search does not find ${name} after the import.`);
}
