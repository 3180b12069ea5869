import { Problem } from '../../errors.ts';
import type { FlowParts, Page, Reference } from './parts.ts';

export interface VersionItem {
  key: string;
  version: number;
  name: string;
  deployedAt: Date;
  deployedBy: Reference;
  /** Why it was made, where somebody said. */
  note: string | null;
  /** The version it was drawn on, where the designer said. */
  drawnOn: number | null;
  /** The older version that it brought back. */
  restores: number | null;
}

/** Empty for a flow that is drawn and was never deployed. */
export async function listVersions({ sql }: FlowParts, key: string): Promise<Page<VersionItem>> {
  const items = await sql<VersionItem[]>`
    select key, version, name, ${told(sql)}
    from flow.definition where key = ${key} order by version desc`;
  return { items: [...items], next: null };
}

/** `version` may be `latest`. */
export async function readVersion(
  { sql }: FlowParts,
  key: string,
  version: number | 'latest',
): Promise<VersionItem & { xml: string }> {
  const [found] = await sql<(VersionItem & { xml: string })[]>`
    select key, version, name, xml, ${told(sql)}
    from flow.definition where key = ${key} and (${version === 'latest'} or version = ${version === 'latest' ? 0 : version})
    order by version desc limit 1`;
  if (!found) throw unknown(key);
  return found;
}

const told = (sql: FlowParts['sql']) => sql`
  deployed_at as "deployedAt", deployed_by as "deployedBy", note, drawn_on as "drawnOn", restores`;

const unknown = (flow: string): Problem =>
  new Problem({ status: 404, code: 'flow-unknown', params: { flow } });
