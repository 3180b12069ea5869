/** What comes back of a message: kept with it, told as an event of its record, and heard by flows. */
import type { Sql, Tx } from '../../db/connect.ts';
import { enqueue } from '../../job/index.ts';
import type { NewEvent } from '../../event/event.ts';
import { suppress } from './sql/suppress.ts';

export type MessageHappening = 'opened' | 'clicked' | 'bounced' | 'complained';

export interface HappenedParts {
  sql: Sql;
  events: { append(tx: Tx, events: readonly NewEvent[]): Promise<unknown>; wake(): void };
  clock: { now(): number };
  wake(): void;
}

interface Happened {
  id: string;
  what: MessageHappening;
  values?: Record<string, unknown>;
}

interface Row {
  entity: string | null;
  recordId: string | null;
  about: Record<string, unknown>;
  channel: string;
  recipient: string;
  isFirst: boolean;
}

/**
 * Only the first time is told to flows; answers whether it was. What keeps an address from being written to counts
 * whenever it comes: mail servers say at first that they go on trying.
 */
export async function happened(parts: HappenedParts, { id, what, values = {} }: Happened): Promise<boolean> {
  const { sql, events, clock, wake } = parts;
  const isFirst = await sql.begin(async (tx) => {
    const column = tx(`${what}_at`);
    const now = clock.now();
    const [row] = await tx<Row[]>`
      update core.outbox o set ${column} = coalesce(o.${column}, to_timestamp(${now}::float8 / 1000))
      from (select id, ${column} is null as "isFirst" from core.outbox where id = ${id} for update) old
      where o.id = old.id returning entity, record_id as "recordId", about, channel, recipient,
        old."isFirst"`;
    if (!row) return false;
    const { entity, recordId, about } = row;
    if (what === 'complained' || (what === 'bounced' && values['isHard'] === true))
      await suppress(tx, [{ ...row, reason: what === 'bounced' ? 'bounce' : 'complaint' }], now);
    if (!row.isFirst) return false;
    const type = `message.${what}`;
    const variables = { ...about, ...values, message: id };
    const changes = Object.fromEntries(Object.entries(variables).map(([name, after]) => [name, { after }]));
    await events.append(tx, [
      { type, entity, recordId, actor: 'system', at: now, changes, cause: { depth: 0 } },
    ]);
    const ids = recordId === null ? [] : [recordId];
    await enqueue(tx, [
      {
        kind: 'flow.happening',
        lane: 0,
        dueAt: now,
        payload: { name: type, variables, entity: entity ?? '', ids, keys: [id], actor: 'system', depth: 0 },
      },
    ]);
    return true;
  });
  if (isFirst) {
    events.wake();
    wake();
  }
  return isFirst;
}
