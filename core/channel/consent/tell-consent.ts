/** What somebody said about being written to, as an event of whoever has the address, and heard by flows. */
import type { Tx } from '../../db/connect.ts';
import type { NewEvent } from '../../event/event.ts';
import { enqueue } from '../../job/index.ts';
import type { NewConsent } from './consents.ts';

export interface TellParts {
  events: { append(tx: Tx, events: readonly NewEvent[]): Promise<unknown> };
  now(): number;
}

/** To agree counts once it is given: what waits to be confirmed is told when it is. */
export async function tellConsent({ events, now }: TellParts, tx: Tx, consent: NewConsent): Promise<void> {
  const { channel, address, purposes, state, source } = consent;
  if (state === 'asked') return;
  const record = consent.record ?? (await whoHas(tx, { channel, address }));
  if (!record) return;
  const [at, type] = [now(), `consent.${state}`];
  const variables = { channel, purposes: [...purposes], source };
  const changes = { purposes: { after: variables.purposes }, source: { after: source } };
  const { entity, id } = record;
  await events.append(tx, [
    { type, entity, recordId: id, actor: 'system', at, changes, cause: { depth: 0 } },
  ]);
  await enqueue(tx, [
    {
      kind: 'flow.happening',
      lane: 0,
      dueAt: at,
      payload: { name: type, variables, entity, ids: [id], actor: 'system', depth: 0 },
    },
  ]);
}

/** Links of mails know the address alone: the record is the one that it was asked for. */
async function whoHas(
  tx: Tx,
  { channel, address }: Pick<NewConsent, 'channel' | 'address'>,
): Promise<{ entity: string; id: string } | undefined> {
  const [row] = await tx<{ entity: string; id: string }[]>`
    select entity, record_id as id from core.consent
    where channel = ${channel} and address = ${address} and record_id is not null
    order by said_at desc, id desc limit 1`;
  return row;
}
