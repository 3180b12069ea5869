import {
  idOf,
  readMany,
  type PluginServices,
  type PluginSubscriber,
  type RecordData,
  type Values,
} from '../../../core/index.ts';

/** What was said moves the request on: an answer stops its clock, a question of the customer starts it. */
export const messageCourse = (services: PluginServices): PluginSubscriber => ({
  entity: 'ticket-message',
  run: async (tx, events) => {
    const records = services.records(services.self, tx);
    const made = events
      .filter(({ type }) => type.endsWith('.created'))
      .flatMap(({ recordId }) => recordId ?? []);
    const messages = await readMany(records, 'ticket-message', made);
    const ids = messages.map((message) => idOf(message['ticket']));
    const tickets = await readMany(records, 'ticket', ids);
    const changes = tickets.flatMap((ticket) => {
      const values = messages
        .filter((message) => idOf(message['ticket']) === ticket.id)
        .reduce<Values>(
          (before, message) => ({ ...before, ...courseOf({ ...ticket, ...before }, message) }),
          {},
        );
      // A new request begins with what its first mail says.
      const isKnown = Object.entries(values).every(([field, value]) => (ticket[field] ?? null) === value);
      return isKnown ? [] : [{ id: ticket.id, values }];
    });
    if (changes.length > 0) await records.update('ticket', changes);
  },
});

function courseOf(ticket: Values, message: RecordData): Values {
  const at = message['at'];
  if (message['kind'] === 'note') return {};
  if (message['isAutomatic'] === true) return { lastMessageAt: at };
  if (message['kind'] === 'outbound')
    return { lastMessageAt: at, askedAt: null, firstAnsweredAt: ticket['firstAnsweredAt'] ?? at };
  const isAtRest = ['waiting', 'solved', 'closed'].includes(String(ticket['status']));
  return {
    lastMessageAt: at,
    askedAt: isAtRest ? at : (ticket['askedAt'] ?? at),
    ...(isAtRest && { status: 'open' }),
  };
}
