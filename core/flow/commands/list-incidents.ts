import type { Actor } from '../../access/actor.ts';
import type { Value } from '../step/types.ts';
import { elementWords } from './element-words.ts';
import { keysetPage } from './keyset-page.ts';
import type { FlowParts, Page, Paging } from './parts.ts';

export interface IncidentItem {
  id: string;
  instance: string | null;
  flow: string | null;
  version: number | null;
  element: string | null;
  code: string;
  /** In the reader's language where it has a text, as it was written otherwise. */
  message: string;
  expression: string | null;
  input: Value;
  at: Date;
}

export interface IncidentQuery extends Paging {
  actor: Actor;
  instance?: string;
  flow?: string;
  /** Those too that were tried again, marked as done, or ended with their instance. */
  withResolved?: boolean;
}

type Row = IncidentItem & { params: Record<string, unknown> | null };

/** Newest first: open ones, where not asked for all. */
export async function listIncidents(parts: FlowParts, query: IncidentQuery): Promise<Page<IncidentItem>> {
  const { sql } = parts;
  const { actor, instance, flow, limit, cursor, count, withResolved } = query;
  const filter = sql`
    ${withResolved ? sql`true` : sql`resolved_at is null`} ${instance ? sql`and instance_id = ${instance}` : sql``} ${flow ? sql`and flow = ${flow}` : sql``}`;
  const rows = await sql<Row[]>`
    select id, instance_id as instance, flow, version, element, code, message, params, expression, input, at
    from flow.incident where ${filter} ${cursor ? sql`and id < ${cursor}` : sql``}
    order by id desc limit ${limit + 1}`;
  const items: IncidentItem[] = [];
  for (const { params, ...item } of rows)
    items.push({
      ...item,
      message: sentence(parts, actor, item, { ...params, ...(await placed(parts, actor, item)) }),
    });
  return keysetPage(
    items,
    limit,
    count === 'exact' || count === 'estimate'
      ? () => sql`select count(*)::int from flow.incident where ${filter}`
      : undefined,
  );
}

/** The reader's sentence, unless it has a gap that only the one who wrote the incident could fill. A `reason` is another. */
function sentence(
  { registry }: FlowParts,
  actor: Actor,
  item: IncidentItem,
  params: Record<string, unknown>,
): string {
  const key = `problem.${item.code}`;
  if (registry.find(actor.locale, key) === undefined) return item.message;
  const reason = `problem.${String(params['reason'])}`;
  const isKnown = registry.find(actor.locale, reason) !== undefined;
  const text = registry.text(actor.locale, key, {
    message: isKnown ? registry.text(actor.locale, reason, params) : item.message,
    ...params,
  });
  return text.includes('{{') ? item.message : text.charAt(0).toUpperCase() + text.slice(1);
}

/** The element as the reader knows it: by its name, or by where it stands. */
async function placed(
  parts: FlowParts,
  actor: Actor,
  { flow, version, element }: IncidentItem,
): Promise<{ element: string }> {
  if (flow === null || version === null || element === null) return { element: element ?? '' };
  const { graph } = await parts.definitions.get(flow, version);
  return { element: elementWords(parts, actor, graph)(element) };
}
