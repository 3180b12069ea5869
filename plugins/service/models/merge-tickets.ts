import {
  idOf,
  invalid,
  notFound,
  Problem,
  readMany,
  written,
  type Actor,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';
import { summary } from './summary.ts';

const movedAtOnce = 500;

/** All that was said about some requests is said about one; the others are closed, and mail to them goes there. */
export const mergeTickets = (
  services: PluginServices,
  actor: Actor,
  { into, from }: { into: string; from: readonly string[] },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    if (from.includes(into)) throw invalid([{ pointer: '/from', code: 'service-merge-itself' }]);
    const own = services.records(actor, tx);
    const records = services.records(services.self, tx);
    const [target, ...others] = await own.read('ticket', [into, ...from]);
    const missing = [into, ...from].find((_, index) => ![target, ...others][index]);
    if (!target || missing) throw notFound('ticket', missing ?? into);
    for (const entity of ['ticket-message', 'ticket-file']) await move(records, entity, { into, from });
    const closed = await own.update(
      'ticket',
      from.map((id) => ({ id, values: { status: 'closed' } })),
    );
    const refused = closed.find((result) => !result.ok);
    if (refused && !refused.ok)
      throw new Problem({ status: 403, code: refused.code, params: refused.params ?? {} });
    await records.update(
      'ticket',
      from.map((id) => ({ id, values: { mergedInto: into } })),
    );
    return target;
  });

async function move(
  records: RecordService,
  entity: string,
  { into, from }: { into: string; from: readonly string[] },
): Promise<void> {
  for (let count = movedAtOnce; count === movedAtOnce;) {
    const moved = await records.find(entity, { ticket: { in: [...from] } }, { limit: movedAtOnce });
    await records.update(
      entity,
      moved.map(({ id }) => ({ id, values: { ticket: into } })),
    );
    count = moved.length;
  }
}

/** One message that is about something else begins a request of its own, with its files. */
export const splitTicket = (
  services: PluginServices,
  actor: Actor,
  { message: id, subject }: { message: string; subject?: string | undefined },
): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const own = services.records(actor, tx);
    const records = services.records(services.self, tx);
    const [message] = await own.read('ticket-message', [id]);
    const [ticket] = await readMany(own, 'ticket', [idOf(message?.['ticket'])]);
    if (!message || !ticket) throw notFound('ticket-message', id);
    const copied = ['priority', 'channel', 'requesterName', 'requesterEmail'];
    const linked = ['queue', 'contact', 'account', 'deal'];
    const made = written(
      await own.create('ticket', [
        {
          subject: subject ?? summary(String(message['text'])),
          ...Object.fromEntries(copied.map((field) => [field, ticket[field]])),
          ...Object.fromEntries(linked.map((field) => [field, idOf(ticket[field])])),
        },
      ]),
    );
    const files = await records.find('ticket-file', { message: { eq: id } }, { limit: 100 });
    await records.update('ticket-message', [{ id, values: { ticket: made.id } }]);
    await records.update(
      'ticket-file',
      files.map((file) => ({ id: file.id, values: { ticket: made.id } })),
    );
    return made;
  });
