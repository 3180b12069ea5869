import type { State } from '../step/index.ts';
import { summarize } from '../step/index.ts';
import type { FlowParts, Page } from './parts.ts';

export interface TokenCount {
  element: string;
  version: number;
  count: number;
}

/** Instances that are looked at, the newest first: for a picture of where things stand, not for bookkeeping. */
const most = 5_000;

export async function listTokens({ sql, definitions }: FlowParts, key: string): Promise<Page<TokenCount>> {
  const rows = await sql<{ version: number; state: State }[]>`
    select version, state from flow.instance where flow = ${key} order by id desc limit ${most}`;
  const counts = new Map<string, TokenCount>();
  for (const { version, state } of rows) {
    const { graph } = await definitions.get(key, version);
    for (const { element, count, instances } of summarize(graph, state).tokens) {
      const name = `${version} ${element}`;
      const known = counts.get(name) ?? { element, version, count: 0 };
      counts.set(name, { ...known, count: known.count + (count ?? instances?.active ?? 1) });
    }
  }
  return { items: [...counts.values()], next: null };
}
