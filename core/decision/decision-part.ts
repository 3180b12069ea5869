import { definitionChanged, type ApplyContext, type ConfigurationPart } from '../configuration/index.ts';
import type { Sql, Tx } from '../db/connect.ts';
import { Problem } from '../errors.ts';
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
        if (content === null) await sql.begin((tx) => withdraw(tx, id, context));
        else await decisions.deploy({ actor: context.actor, xml: String(content) });
    },
  };
}

/** What a flow asks for stays. */
async function withdraw(tx: Tx, key: string, { actor, at, requestId }: ApplyContext): Promise<void> {
  const [asking] = await tx<{ flow: string }[]>`
    select d.key as flow from flow.definition d, json_each(d.graph -> 'nodes') node
    where node.value -> 'decision' ->> 'ref' = ${key} limit 1`;
  if (asking)
    throw new Problem({ status: 409, code: 'decision-in-use', params: { decision: key, flow: asking.flow } });
  const [last] = await tx<{ version: number; name: string }[]>`
    delete from flow.decision where key = ${key} returning version, name`;
  if (!last) return;
  await definitionChanged(tx, {
    kind: 'decision',
    id: key,
    title: last.name,
    before: { version: last.version },
    after: null,
    actor: actor.userId ?? actor.id,
    at,
    requestId,
  });
}
