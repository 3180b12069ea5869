/** Who changed which definition when, newest first. */
import type { Sql } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import { differences, type Difference } from './difference.ts';

export interface AuditQuery {
  kind?: string;
  /** Of the definition. */
  id?: string;
  /** Actor id. */
  actor?: string;
  /** In the title or id. */
  search?: string;
  from?: string;
  before?: string;
  cursor?: string;
  limit: number;
}

export interface AuditItem {
  id: string;
  at: string;
  actor: { id: string; title: string };
  kind: string;
  definition: string;
  title: string;
  /** `takenBack`: written by the import of a pack that was refused further on, and so undone by itself. */
  act: 'made' | 'changed' | 'removed' | 'takenBack';
  differences: Difference[];
  request: string | null;
}

interface Row {
  id: string;
  at: Date;
  actor: string;
  name: string | null;
  kind: string;
  definition: string;
  title: string;
  before: unknown;
  after: unknown;
  request: string | null;
  isTakenBack: boolean;
}

export async function readAudit(
  sql: Sql,
  query: AuditQuery,
): Promise<{ items: AuditItem[]; next: string | null }> {
  const [at, last] = query.cursor ? positionOf(query.cursor) : [null, null];
  const pattern = query.search ? `%${query.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` : null;
  const rows = await sql<Row[]>`
    select e.id, e.at, e.actor, u.name, e.changes #>> '{kind,after}' as kind, e.changes #>> '{id,after}' as definition,
      e.changes #>> '{title,after}' as title, e.changes #> '{definition,before}' as before,
      e.changes #> '{definition,after}' as after, e.cause ->> 'request' as request,
      coalesce((e.cause ->> 'isTakenBack')::boolean, false) as "isTakenBack"
    from core.event e left join core."user" u on u.id::text = e.actor
    where e.type = 'definition.changed'
      and (${at}::timestamptz is null or (e.at, e.id) < (${at}::timestamptz, ${last}::uuid))
      and (${query.kind ?? null}::text is null or e.changes #>> '{kind,after}' = ${query.kind ?? null})
      and (${query.id ?? null}::text is null or e.changes #>> '{id,after}' = ${query.id ?? null})
      and (${query.actor ?? null}::text is null or e.actor = ${query.actor ?? null})
      and (${query.from ?? null}::timestamptz is null or e.at >= ${query.from ?? null}::timestamptz)
      and (${query.before ?? null}::timestamptz is null or e.at < ${query.before ?? null}::timestamptz)
      and (${pattern}::text is null or e.changes #>> '{title,after}' ilike ${pattern} or e.changes #>> '{id,after}' ilike ${pattern})
      -- What was written and taken back in one run is told once. Some parts say the time of the run, some their own.
      and (e.cause ->> 'pack' is null or e.cause ->> 'isTakenBack' = 'true' or not exists (
        select from core.event b where b.type = 'definition.changed'
          and b.at between e.at - interval '1 hour' and e.at + interval '1 hour'
          and b.cause ->> 'pack' = e.cause ->> 'pack' and b.cause ->> 'isTakenBack' = 'true'
          and b.changes #>> '{kind,after}' = e.changes #>> '{kind,after}'
          and b.changes #>> '{id,after}' = e.changes #>> '{id,after}'))
    order by e.at desc, e.id desc limit ${query.limit + 1}`;
  const shown = rows.slice(0, query.limit);
  const end = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next:
      rows.length > query.limit && end
        ? Buffer.from(`${end.at.toISOString()} ${end.id}`).toString('base64url')
        : null,
  };
}

const itemOf = ({ at, actor, name, before, after, isTakenBack, ...row }: Row): AuditItem => ({
  id: row.id,
  at: at.toISOString(),
  actor: { id: actor, title: name ?? actor },
  kind: row.kind,
  definition: row.definition,
  title: row.title,
  act: isTakenBack ? 'takenBack' : before === null ? 'made' : after === null ? 'removed' : 'changed',
  // In the end nothing is different.
  differences: isTakenBack || before === null || after === null ? [] : differences(before, after),
  request: row.request,
});

function positionOf(cursor: string): [string, string] {
  const match = /^(\S+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!match || Number.isNaN(Date.parse(match[1]!)))
    throw new Problem({ status: 400, code: 'cursor-invalid' });
  return [match[1]!, match[2]!];
}
