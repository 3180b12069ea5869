import { written, type Actor, type PluginServices, type RecordData } from '../../../core/index.ts';
import { summary } from './summary.ts';

export interface NewTicket {
  subject: string;
  text: string;
  channel: 'phone' | 'form' | 'portal' | 'other';
  requesterName?: string | undefined;
  requesterEmail?: string | undefined;
  contact?: string | undefined;
  account?: string | undefined;
  deal?: string | undefined;
  queue?: string | undefined;
  priority?: string | undefined;
}

/** A request that did not come by mail: a call that somebody notes, a form, another program. */
export const newTicket = (services: PluginServices, actor: Actor, asked: NewTicket): Promise<RecordData> =>
  services.transaction(async (tx) => {
    const { text, ...values } = asked;
    const ticket = written(await services.records(actor, tx).create('ticket', [values]));
    await services.records(services.self, tx).create('ticket-message', [
      {
        ticket: ticket.id,
        kind: 'inbound',
        ...{ text, summary: summary(text) },
        from: asked.requesterName ?? asked.requesterEmail ?? null,
        at: new Date(services.now()).toISOString(),
      },
    ]);
    return ticket;
  });
