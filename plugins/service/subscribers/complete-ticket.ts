import {
  idOf,
  readMany,
  type PluginServices,
  type PluginSubscriber,
  type RecordData,
  type Values,
} from '../../../core/index.ts';
import { defaultQueue } from '../models/new-conversation.ts';

/** A request that somebody notes, such as a call, goes to the usual queue, and is answered to the contact it is from. */
export const completeTicket = (services: PluginServices): PluginSubscriber => ({
  entity: 'ticket',
  async run(tx, events) {
    const records = services.records(services.self, tx);
    const made = events
      .filter(({ type }) => type.endsWith('.created'))
      .flatMap(({ recordId }) => recordId ?? []);
    const tickets = (await readMany(records, 'ticket', made)).filter(
      ({ queue, contact, requesterEmail }) => !queue || (contact && !requesterEmail),
    );
    if (tickets.length === 0) return;
    const queue = await defaultQueue(records);
    const contacts = await records.read(
      'contact',
      tickets.map(({ contact }) => idOf(contact) ?? ''),
    );
    const changes = tickets
      .map((ticket, place) => ({ id: ticket.id, values: missing(ticket, contacts[place] ?? null, queue) }))
      .filter(({ values }) => Object.keys(values).length > 0);
    if (changes.length > 0) await records.update('ticket', changes);
  },
});

function missing(ticket: RecordData, contact: RecordData | null, queue: string | null): Values {
  const known: Values = {
    queue,
    account: idOf(contact?.['account']),
    requesterName: contact?.['name'] ?? null,
    requesterEmail: contact?.['email'] ?? null,
  };
  return Object.fromEntries(
    Object.entries(known).filter(([field, value]) => value !== null && !ticket[field]),
  );
}
