import type { Tx } from '../../../db/connect.ts';
import { newId } from '../../../db/new-id.ts';
import type { MessageEnvelope } from '../kinds.ts';

/** Message ids are remembered at least this long, so that one that is sent twice counts once. */
const rememberedFor = 86_400_000;

/** Writes the id down, taken; false when it was there already. */
export async function remember(tx: Tx, message: MessageEnvelope, now: number): Promise<boolean> {
  const until = Math.max(message.expiresAt, now + rememberedFor);
  const rows = await tx`
    insert into flow.message (id, name, correlation_key, message_id, variables, actor, is_taken, at, expires_at)
    values (${newId()}, ${message.name}, ${message.correlationKey}, ${message.messageId ?? null}, '{}', ${message.actor}, true,
      to_timestamp(${now}::float8 / 1000), to_timestamp(${until}::float8 / 1000))
    on conflict (name, message_id) where message_id is not null do nothing`;
  return rows.count === 1;
}

/** Keeps a message for whoever comes to wait for it. */
export async function keep(tx: Tx, message: MessageEnvelope, now: number): Promise<void> {
  await tx`
    insert into flow.message (id, name, correlation_key, variables, actor, is_taken, at, expires_at)
    values (${newId()}, ${message.name}, ${message.correlationKey}, ${tx.json(message.variables)}, ${message.actor}, false,
      to_timestamp(${now}::float8 / 1000), to_timestamp(${message.expiresAt}::float8 / 1000))`;
}

/** Whoever keeps one takes some away whose time is over: the table stays as small as what is still wanted. */
export async function dropExpired(tx: Tx, now: number): Promise<void> {
  await tx`
    delete from flow.message where id in (
      select id from flow.message where expires_at < to_timestamp(${now}::float8 / 1000)
      limit 100 for update skip locked)`;
}
