import {
  idOf,
  invalid,
  Problem,
  readOne,
  titleOf,
  written,
  type Actor,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../core/index.ts';
import { attachFiles } from './attach-files.ts';
import { mailAfterMs } from './chat/seen-in-chat.ts';
import { replyMail } from './reply-mail.ts';
import { summary } from './summary.ts';
import { tellFollowers } from './tell-followers.ts';

export interface Said {
  /** `inbound`: what the customer said on the phone or in person, as the writer noted it. */
  kind: 'outbound' | 'note' | 'inbound';
  text: string;
  status?: string | undefined;
  /** The last message that the writer saw; null when there was none. */
  seen?: string | null | undefined;
  /** Says it although somebody else answered meanwhile. */
  isForced?: boolean | undefined;
  mentions: readonly string[];
  /** What the writer uploaded to go with it. */
  files: readonly string[];
}

/** Answers the customer, notes something for the others, or logs what the customer said; problem `service-answered-meanwhile` (409). */
export const say = (services: PluginServices, actor: Actor, id: string, said: Said): Promise<RecordData> =>
  services.transaction((tx) => sayIn(services, { tx, actor, id, said }));

interface Saying {
  tx: Transaction;
  actor: Actor;
  id: string;
  said: Said;
}

async function sayIn(services: PluginServices, { tx, actor, id, said }: Saying): Promise<RecordData> {
  const own = services.records(actor, tx);
  const records = services.records(services.self, tx);
  // Two who answer at the same moment stand in line here.
  await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 5))`;
  const ticket = await readOne(own, 'ticket', id);
  await checkSeen(services, { tx, actor, id, said });
  const to = ticket['requesterEmail'];
  if (said.kind === 'outbound' && ticket['channel'] === 'mail' && typeof to !== 'string')
    throw invalid([{ pointer: '/text', code: 'service-no-address' }]);
  const message = written(
    await records.create('ticket-message', [
      {
        ticket: id,
        kind: said.kind,
        text: said.text,
        summary: summary(said.text),
        ...(said.kind === 'inbound'
          ? { from: ticket['requesterName'] ?? to ?? null }
          : { author: actor.userId, from: actor.name }),
        at: new Date(services.now()).toISOString(),
        ...(said.kind === 'outbound' && typeof to === 'string' && { to }),
      },
    ]),
  );
  const hung = { actor, ticket: id, message: message.id, files: said.files };
  const attachments = await attachFiles(services, records, hung);
  const status = said.status ?? (said.kind === 'outbound' ? 'waiting' : undefined);
  if (status !== undefined || (said.kind === 'outbound' && !ticket['assignee'])) {
    const [moved] = await own.update('ticket', [
      { id, values: { ...(status && { status }), ...(!ticket['assignee'] && { assignee: actor.userId }) } },
    ]);
    if (!moved?.ok)
      throw new Problem({ status: 403, code: moved?.code ?? 'not-written', params: moved?.params ?? {} });
  }
  if (said.kind === 'outbound' && typeof to === 'string') {
    const mail = await replyMail(services, records, {
      ticket,
      message: message.id,
      to,
      text: said.text,
      attachments,
    });
    const isChat = ticket['channel'] === 'chat';
    await services.send([{ ...mail, ...(isChat && { dueAt: services.now() + mailAfterMs }) }], tx);
  }
  await tellFollowers(services, { tx, actor, ticket, text: said.text, mentions: said.mentions });
  return message;
}

async function checkSeen(services: PluginServices, { tx, actor, id, said }: Saying): Promise<void> {
  if (said.seen === undefined || said.isForced || said.kind !== 'outbound') return;
  const [last] = await services
    .records(services.self, tx)
    .find('ticket-message', { ticket: { eq: id }, kind: { ne: 'note' } }, { sort: ['-at'], limit: 1 });
  if (!last || last.id === said.seen) return;
  if (idOf(last['author']) === actor.userId) return;
  throw new Problem({
    status: 409,
    code: 'service-answered-meanwhile',
    params: { who: titleOf(last['author']) ?? String(last['from'] ?? ''), summary: String(last['summary']) },
  });
}
