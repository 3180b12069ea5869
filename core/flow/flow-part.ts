import type { ConfigurationChange, ConfigurationPart } from '../configuration/index.ts';
import type { Sql, Tx } from '../db/connect.ts';
import { definitionChanged, within, type ApplyContext } from '../configuration/index.ts';
import { Problem } from '../errors.ts';
import { flowsCalling } from './uses/naming-flows.ts';
import { timerStartKey } from './shell/kinds.ts';
import type { FlowService } from './service.ts';

interface FlowRow {
  key: string;
  name: string;
  xml: string;
}

/** Flows as configuration: the latest version of each that somebody deployed, as the BPMN file it came from. */
export function flowPart({
  sql,
  flows,
}: {
  sql: Sql;
  flows: Pick<FlowService, 'deploy'>;
}): ConfigurationPart {
  return {
    kind: 'flow',
    order: 70,
    extension: 'bpmn',
    items: async () => {
      const rows = await sql<FlowRow[]>`
        select distinct on (checksum) key, name, xml from (
          select distinct on (key) key, name, xml, checksum, deployed_by from flow.definition order by key, version desc
        ) latest where deployed_by ->> 'id' not like 'plugin:%' order by checksum, key`;
      return rows
        .map(({ key, name, xml }) => ({ id: key, title: name || key, content: xml }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    has: async (id) => (await sql`select 1 from flow.definition where key = ${id} limit 1`).length > 0,
    refers: (content) =>
      // The subject of a process is what it cannot do without; all else the deployment itself checks.
      [...String(content).matchAll(/relata:subject="([^"]+)"/g)].map(([, id]) => ({
        kind: 'entity',
        id: id!,
      })),
    apply: async (changes, context) => {
      for (const { id, content } of changes)
        if (content === null) {
          await refuseCalled(sql, id, changes);
          await sql.begin((tx) => withdraw(tx, id, context));
        } else
          await within({ kind: 'flow', id }, () =>
            flows.deploy({
              actor: context.actor,
              xml: String(content),
              ...(context.isUndo && { isUntested: true }),
            }),
          );
    },
  };
}

/** What another flow calls stays, unless that goes with it. */
async function refuseCalled(sql: Sql, flow: string, changes: readonly ConfigurationChange[]): Promise<void> {
  const goes = (key: string): boolean => changes.some(({ id, content }) => id === key && content === null);
  const callers = (await flowsCalling(sql, flow)).filter(({ key }) => !goes(key));
  if (callers.length === 0) return;
  const places = callers.map(({ title }) => title).join(', ');
  throw new Problem({ status: 409, code: 'flow-called', params: { flow, places } });
}

/** Only what never ran can go without trace. */
async function withdraw(tx: Tx, key: string, { actor, at, requestId }: ApplyContext): Promise<void> {
  const [used] = await tx`select 1 from flow.instance where flow = ${key}
    union all select 1 from flow.finished where flow = ${key} limit 1`;
  if (used) {
    const [last] = await tx<{ name: string }[]>`
      select name from flow.definition where key = ${key} order by version desc limit 1`;
    throw new Problem({ status: 409, code: 'flow-has-run', params: { flow: last?.name || key } });
  }
  const starts = await tx<{ element: string; part: number }[]>`
    delete from flow.start_subscription where flow = ${key} returning element, part`;
  const timers = starts.map(({ element, part }) => timerStartKey(key, element, part));
  await tx`delete from core.job where key = any(${timers}::text[])`;
  const [last] = await tx<{ version: number; name: string }[]>`
    delete from flow.definition where key = ${key} returning version, name`;
  if (!last) return;
  await definitionChanged(tx, {
    kind: 'flow',
    id: key,
    title: last.name || key,
    before: { version: last.version },
    after: null,
    actor: actor.userId ?? actor.id,
    at,
    requestId,
  });
}
