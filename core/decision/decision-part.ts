import { within, type ConfigurationPart } from '../configuration/index.ts';
import type { Sql } from '../db/connect.ts';
import { withdrawDecision } from './commands/withdraw-decision.ts';
import type { Decisions } from './decisions.ts';

/** Decisions as configuration: the latest version of each that somebody deployed, as the DMN file it came from. */
export function decisionPart({
  sql,
  decisions,
}: {
  sql: Sql;
  decisions: Pick<Decisions, 'deploy'>;
}): ConfigurationPart {
  return {
    kind: 'decision',
    // Before flows, which are refused without them.
    order: 65,
    extension: 'dmn',
    items: async () => {
      const rows = await sql<{ key: string; name: string; xml: string }[]>`
        select distinct on (checksum) key, name, xml from (
          select distinct on (key) key, name, xml, checksum, deployed_by from flow.decision order by key, version desc
        ) latest where deployed_by ->> 'id' not like 'plugin:%' order by checksum, key`;
      return rows
        .map(({ key, name, xml }) => ({ id: key, title: name, content: xml }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    has: async (id) => (await sql`select 1 from flow.decision where key = ${id} limit 1`).length > 0,
    apply: async (changes, context) => {
      for (const { id, content } of changes)
        if (content === null) await sql.begin((tx) => withdrawDecision(tx, id, context));
        else
          await within({ kind: 'decision', id }, () =>
            decisions.deploy({ actor: context.actor, xml: String(content) }),
          );
    },
  };
}
