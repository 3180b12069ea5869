import type { Tx } from '../../../db/connect.ts';
import type { StoredContent } from '../stored-content.ts';

export interface Claimed {
  id: string;
  channel: string;
  purpose: string;
  recipient: string;
  key: string;
  subject: string;
  content: StoredContent;
  attempts: number;
}

/** Locks messages that are due; whoever else looks skips them. */
export const claimMessages = async (
  tx: Tx,
  { lane, now, limit, id }: { lane: number; now: number; limit: number; id?: string },
): Promise<Claimed[]> => [
  ...(await tx<Claimed[]>`
    select id, key, channel, purpose, recipient, subject, content, attempts
    from core.outbox where state = 'waiting' and lane = ${lane} and due_at <= to_timestamp(${now}::float8 / 1000)
      and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    order by due_at, id limit ${limit} for update skip locked`),
];
