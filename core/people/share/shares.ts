import type { Access, Actor, Shapes } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import { announce } from '../../configuration/index.ts';
import type { Db, Sql, Tx } from '../../db/connect.ts';
import { appendEvents } from '../../event/append.ts';
import type { FieldChange } from '../../event/event.ts';
import type { Registry } from '../../registry.ts';

export interface ShareParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  shapes: Shapes;
  clock: Clock;
}

export interface Share {
  id: string;
  holder: string;
  level: 'read' | 'edit';
  until: string | null;
  createdBy: string;
  createdAt: string;
}

export async function sharesOfRecord(
  sql: Db,
  { entity, id }: { entity: string; id: string },
): Promise<Share[]> {
  const rows = await sql<(Omit<Share, 'until' | 'createdAt'> & { until: Date | null; createdAt: Date })[]>`
    select id, holder, level, until, created_by as "createdBy", created_at as "createdAt" from core.share
    where entity = ${entity} and record_id = ${id} order by created_at, id`;
  return rows.map(({ until, createdAt, ...row }) => ({
    ...row,
    until: until?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }));
}

/** Names of holders in the reader's words: people, teams and roles. */
export async function holderNames(
  sql: Db,
  holders: readonly string[],
  roleName: (role: string) => string,
): Promise<Map<string, string>> {
  const idsOf = (kind: string): string[] =>
    holders.filter((holder) => holder.startsWith(`${kind}:`)).map((holder) => holder.slice(kind.length + 1));
  const rows = await sql<{ holder: string; name: string }[]>`
    select 'user:' || id as holder, name from core."user" where id::text = any(${idsOf('user')})
    union all select 'team:' || id, name from core.team where id::text = any(${idsOf('team')})`;
  const names = new Map(rows.map(({ holder, name }) => [holder, name]));
  for (const role of idsOf('role')) names.set(`role:${role}`, roleName(role));
  return names;
}

/** The fact on the record's timeline, and word to every process that somebody sees more or less now. */
export async function tellShared(
  tx: Tx,
  { clock }: Pick<ShareParts, 'clock'>,
  input: { actor: Actor; requestId: string; entity: string; id: string; change: FieldChange },
): Promise<void> {
  const { actor, requestId, entity, id, change } = input;
  await appendEvents(tx, [
    {
      type: `${entity}.${change.after === undefined ? 'unshared' : 'shared'}`,
      entity,
      recordId: id,
      actor: actor.userId ?? actor.id,
      at: clock.now(),
      changes: { $share: change },
      cause: { depth: 0, request: requestId },
    },
  ]);
  await announce(tx, 'share');
}
