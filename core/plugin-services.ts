/** What the core hands to plugins: made once per thread, from the parts that boot composed. */
import { systemActor } from './access/index.ts';
import type { ThreadServices } from './boot.ts';
import { addWorkingTime, workingTimeBetween } from './calendar.ts';
import {
  agree,
  compileTemplate,
  countStanding,
  listPurposes,
  readOutcomes,
  reachedIds,
  readSent,
  sendNow,
  sendOutgoing,
  takeBack,
} from './channel/index.ts';
import type { Tx } from './db/connect.ts';
import { despiteRollback } from './db/rollback.ts';
import type { Events } from './event/index.ts';
import { Problem } from './errors.ts';
import { createFiles } from './file/index.ts';
import { readColleagues } from './identity/read-colleagues.ts';
import { enqueue } from './job/index.ts';
import { inCalendar } from './named-calendar.ts';
import type { EntityField, Fact, PluginServices } from './plugin.ts';
import type { Locale, Registry } from './registry.ts';
import { fieldMeta } from './screen/meta.ts';

type Parts = Pick<
  ThreadServices,
  | 'config'
  | 'identity'
  | 'sql'
  | 'registry'
  | 'records'
  | 'models'
  | 'segments'
  | 'events'
  | 'clock'
  | 'wake'
  | 'outbox'
  | 'delivery'
  | 'links'
  | 'waysOut'
  | 'consents'
>;

export function pluginServices(parts: Parts): PluginServices {
  const { config, sql, registry, models, records, segments, events, clock, wake, outbox, links } = parts;
  const transaction: PluginServices['transaction'] = async (run) => {
    const result = await despiteRollback(() => sql.begin(async (tx) => ({ is: await run(tx) })));
    events.wake();
    wake.pingSoon();
    return result.is;
  };
  return {
    self: systemActor,
    links,
    files: createFiles({ sql }),
    template: compileTemplate,
    messages: {
      outcomes: (question, tx) => readOutcomes(tx ?? sql, question),
      sent: (question, tx) => readSent(tx ?? sql, question),
      reached: reachedIds,
      standing: (question, tx) => countStanding(tx ?? sql, models.shapes, question),
      purposes: (tx) => listPurposes(tx ?? sql),
    },
    members: (segment, page, tx) => segments.ids(segment, page, tx),
    transaction,
    records: (actor, tx) => records.service(actor, tx),
    send: (messages, tx) => outbox.queue(messages, tx),
    deliver: (message, signal) => sendNow(parts, message, signal),
    outgoing: async (request) => {
      if (config.isTrial) throw new Problem({ status: 409, code: 'trial-mode' });
      return await sendOutgoing({ ...request, allowedHosts: config.allowedHosts });
    },
    reveal: (actor, { entity, id, field }) => records.reveal({ actor, entity, id, field, cause: {} }),
    offered: (place) => registry.plugins.flatMap(({ offers }) => offers?.[place] ?? []),
    takeBack: (keys, tx) => takeBack(tx ?? sql, keys),
    emit: (facts, tx) => (tx ? tell(parts, tx, facts) : transaction((own) => tell(parts, own, facts))),
    now: clock.now,
    people: (ids, tx) => readColleagues(tx ?? sql, ids),
    workingTime: async (calendar) => {
      const company = await parts.identity.company();
      const place = inCalendar(company, calendar) ?? company;
      return {
        after: (from, ms) => addWorkingTime(from, { days: 0, ms }, place),
        between: (from, to) => workingTimeBetween(from, to, place),
      };
    },
    url: config.url.replace(/\/$/, ''),
    fields: (entity, locale) => fieldsOf(registry, entity, locale),
    agree: (agreement, tx) => agree({ ...parts, text: registry.text }, agreement, tx),
    company: parts.identity.company,
    text: registry.text,
  };
}

const fieldsOf = (registry: Registry, id: string, locale: Locale): EntityField[] => {
  const entity = registry.entity(id);
  return Object.entries(entity.fields)
    .filter(([, field]) => !field.isHidden && !field.broken)
    .map(
      ([name, field]) =>
        // The cast: what is made for the browser has these members among others.
        fieldMeta({ registry, locale, entity, id: name, field, access: 'read' }) as unknown as EntityField,
    );
};

/** As events of their records, and to the flows that listen for them. */
async function tell(
  { events, clock }: Pick<Parts, 'events' | 'clock'>,
  tx: Tx,
  facts: readonly Fact[],
): Promise<void> {
  const at = clock.now();
  const actor = systemActor.id;
  await events.append(
    tx,
    facts.map(({ type, entity, recordId, values = {} }) => ({
      ...{ type, entity, recordId, actor, at, cause: { depth: 0 } },
      changes: Object.fromEntries(Object.entries(values).map(([name, after]) => [name, { after }])),
    })),
  );
  await enqueue(
    tx,
    facts.map(({ type, entity, recordId, values: variables = {} }) => ({
      kind: 'flow.happening',
      lane: 0 as const,
      dueAt: at,
      payload: { name: type, variables, entity, ids: [recordId], actor, depth: 0 },
    })),
  );
}

interface Listening {
  registry: Pick<Registry, 'plugins'>;
  events: Pick<Events, 'subscribe'>;
  services: PluginServices;
}

/** Plugins hear of the entities they asked for, in the transaction of the change. */
export function listenForPlugins({ registry, events, services }: Listening): void {
  for (const plugin of registry.plugins)
    for (const [index, { entity, run }] of (plugin.subscribers?.(services) ?? []).entries())
      events.subscribe({
        id: `${plugin.id}.${index}`,
        run: async (tx, all) => {
          const own = all.filter((event) => event.entity === entity && event.recordId !== null);
          if (own.length > 0) await run(tx, own);
        },
      });
}
