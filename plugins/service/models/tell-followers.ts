import {
  idOf,
  type Actor,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../core/index.ts';

interface Telling {
  tx: Transaction;
  actor: Actor;
  ticket: RecordData;
  text: string;
  /** People who are named: they follow the request from now on. */
  mentions: readonly string[];
}

/** Everybody who follows a request hears what was said by mail, but for who said it. */
export async function tellFollowers(
  services: PluginServices,
  { tx, actor, ticket, text, mentions }: Telling,
): Promise<void> {
  const records = services.records(services.self, tx);
  const known = await records.find('ticket-follower', { ticket: { eq: ticket.id } }, { limit: 200 });
  const following = new Set(known.flatMap(({ person }) => idOf(person) ?? []));
  const wanted = new Set([...following, ...mentions]);
  wanted.delete(actor.userId ?? '');
  const people = await services.people([...wanted], tx);
  await records.create(
    'ticket-follower',
    people
      .filter(({ id }) => !following.has(id))
      .map(({ id, name }) => ({ ticket: ticket.id, person: id, name })),
  );
  const reached = people.flatMap(({ id, email }) => (email ? [{ id, email }] : []));
  await services.send(
    reached.map(({ id, email }) => ({
      key: `ticket-told ${ticket.id} ${id} ${services.now()}`,
      channel: 'email',
      purpose: 'service',
      to: email,
      subject: `[${String(ticket['number'])}] ${String(ticket['subject'])}`,
      text: `${actor.name}:\n\n${text}\n\n${services.url}/r/ticket/${ticket.id}`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      about: { ticket: ticket.id },
    })),
    tx,
  );
}
