import {
  idOf,
  type Colleague,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../../core/index.ts';

interface Answer {
  duty: RecordData;
  isTaken: boolean;
  tx: Transaction;
}

/** Whoever was asked takes the duty over, and perhaps gives their next one for it, or does not; who asked is told. */
export async function answerOffer(services: PluginServices, { duty, isTaken, tx }: Answer): Promise<void> {
  const records = services.records(services.self, tx);
  const [from, to] = [idOf(duty['person']), idOf(duty['offeredTo'])];
  if (from === null || to === null || from === to) return;
  const returned =
    isTaken && duty['isSwap'] === true ? await nextOf(services, { duty, person: to, tx }) : null;
  await records.update('duty', [
    { id: duty.id, values: { offeredTo: null, ...(isTaken && { person: to }) } },
    ...(returned ? [{ id: returned.id, values: { person: from } }] : []),
  ]);
  const people = await services.people([from, to], tx);
  const [asker, other] = [from, to].map((id) => people.find((one) => one.id === id));
  if (asker?.email && other) await tell(services, { asker, other, duty, returned, isTaken, tx });
}

/** The first duty of theirs to come, of the same rota. */
async function nextOf(
  services: PluginServices,
  { duty, person, tx }: { duty: RecordData; person: string; tx: Transaction },
): Promise<RecordData | null> {
  const now = new Date(services.now()).toISOString();
  const [next = null] = await services
    .records(services.self, tx)
    .find(
      'duty',
      { person: { eq: person }, startsAt: { gt: now }, rota: { eq: idOf(duty['rota']) } },
      { sort: ['startsAt'], limit: 1 },
    );
  return next;
}

interface Told extends Answer {
  asker: Colleague;
  other: Colleague;
  returned: RecordData | null;
}

async function tell(
  services: PluginServices,
  { asker, other, duty, returned, isTaken, tx }: Told,
): Promise<void> {
  const { timeZone } = await services.company();
  const words = new Intl.DateTimeFormat(asker.locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });
  const when = (one: RecordData): string => words.format(Date.parse(String(one['startsAt'])));
  const params = { name: other.name, from: when(duty), returned: returned ? when(returned) : '' };
  const say = (name: string): string => services.text(asker.locale, `service.duty.${name}`, params);
  const kind = isTaken ? 'taken' : 'declined';
  const text = [say(`${kind}Text`), ...(returned ? [say('returned')] : [])].join('\n\n');
  await services.send(
    [
      {
        ...{ key: `service-duty-offer ${duty.id} ${other.id} ${String(duty.version)}`, channel: 'email' },
        ...{ purpose: 'service', to: asker.email!, language: asker.locale, subject: say(kind) },
        text: `${text}\n\n${services.url}/r/duty/${duty.id}`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        about: { duty: duty.id },
      },
    ],
    tx,
  );
}
