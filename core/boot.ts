/** Composes the parts of one thread: the HTTP thread, the engine and the job thread boot the same way. */
import { createAccess } from './access/index.ts';
import { createInbound, createReach, noteReport } from './channel/index.ts';
import { httpRequest } from './channel/tasks/http-request.ts';
import { sendEmail } from './channel/tasks/send-email.ts';
import { sendSms } from './channel/tasks/send-sms.ts';
import { testClock, wallClock } from './clock.ts';
import type { Config } from './config.ts';
import { createConfiguration } from './configuration/index.ts';
import { connect } from './db/connect.ts';
import {
  createDefinitions,
  createModels,
  createRecords,
  entityPart,
  type Definitions,
  type RecordStore,
  type Uses,
} from './entity/index.ts';
import { createUses, entityUses, importUses, roleUses } from './entity/uses/index.ts';
import { createFiles } from './file/index.ts';
import { createEvents } from './event/index.ts';
import { recordStartSubscriber } from './flow/shell/starts/record-subscriber.ts';
import { recordTasks } from './flow/tasks/record-tasks.ts';
import { flowUses } from './flow/uses/flow-uses.ts';
import { ownSecret } from './start/secret.ts';
import { open, seal, useServerSecret } from './entity/secret/secret-box.ts';
import { createIdentity, readSettings } from './identity/index.ts';
import { createWake, type Wake } from './job/index.ts';
import { listenForPlugins, pluginServices } from './plugin-services.ts';
import { loadPlugins } from './load-plugins.ts';
import { createLog } from './log.ts';
import { rolePart } from './people/index.ts';
import { createRegistry } from './registry.ts';
import { reportPart, reportTasks, reportUses } from './report/index.ts';
import { checkReport } from './http/check-report.ts';
import {
  changeList,
  createSegments,
  segmentChangeSubscriber,
  segmentDefinitionSubscriber,
  segmentUses,
  type Segments,
} from './segment/index.ts';
import {
  createScreens,
  navigationPart,
  screenFieldUses,
  screenPart,
  viewPart,
  viewUses,
} from './screen/index.ts';
import type { Services } from './services.ts';

export type ThreadServices = Omit<Services, 'auth' | 'flows' | 'decisions'> & {
  /** A record store on a clock of its own: sample data has a past. */
  recordsAt(now: () => number): RecordStore;
  /** Tells the runners of every process that jobs were committed. */
  wake: Wake;
  close(): Promise<void>;
};

interface BootInput {
  config: Config;
  databaseUrl: string;
  /** Names the connections in `pg_stat_activity` and the lines in the log. */
  thread: string;
}

export async function bootServices({ config, databaseUrl, thread }: BootInput): Promise<ThreadServices> {
  const secret = await ownSecret(config);
  useServerSecret(secret);
  const sql = connect(databaseUrl, { name: `relata ${thread}` });
  const log = createLog(config.logLevel).child({ thread });
  const clock = config.hasTestClock ? testClock(sql) : wallClock;
  await clock.refresh();
  const timeZone = async (): Promise<string> => (await readSettings(sql)).timeZone;
  const wake = createWake(sql);
  const events = createEvents({ sql, committed: wake.committed });
  const { closeChannels, ...reach } = createReach({
    ...{ sql, clock, secret, config, timeZone, log, wake, events },
    ...{ files: createFiles({ sql }), box: { seal, open } },
  });
  const registry = await createRegistry(await loadPlugins(config.plugins), [
    ...recordTasks,
    sendEmail(() => ({ sql, ...reach })),
    sendSms(() => ({ sql, ...reach })),
    httpRequest(config.allowedHosts),
    changeList(() => segments),
    ...reportTasks(() => ({ sql, registry, access, records, models, clock, identity, config, ...reach })),
  ]);
  const identity = createIdentity({ sql, roles: () => registry.roles });
  const models = createModels(registry);
  const access = createAccess({ registry, shapes: models.shapes });
  const configuration = createConfiguration({ sql });
  configuration.register(rolePart({ sql, registry, access, shapes: models.shapes, clock }));
  for (const kind of ['role', 'person', 'share']) configuration.onChange(kind, identity.forget);
  const screens = createScreens({ sql, registry });
  configuration.register(screenPart({ sql, registry, screens }));
  configuration.register(navigationPart({ sql, registry }));
  configuration.register(viewPart({ sql, registry }));
  const shown = (): Promise<string[]> => configuration.referred('report');
  configuration.register(reportPart({ sql, registry, shown, check: checkReport }));
  const recordsAt = (now: () => number): RecordStore =>
    createRecords({
      ...{ sql, models, access, events, company: identity.company },
      clock: { now },
      // Both need each other: a change of definitions writes records too.
      refresh: () => definitions.refresh(),
    });
  hear({ events, registry, models, clock, wake });
  const close = async (): Promise<void> => {
    closeChannels();
    await wake.close();
    await events.close();
    await sql.end({ timeout: 5 });
  };
  const records = recordsAt(clock.now);
  const segments: Segments = createSegments({ sql, access, models, records, clock, wake: wake.ping });
  const uses = usesOf({ sql, registry, screens });
  const definitions: Definitions = createDefinitions({ sql, registry, records, uses });
  configuration.register(entityPart({ sql, registry, definitions }));
  const plugin = pluginServices({
    ...{ config, identity, sql, registry, models, records, segments, events, clock, wake },
    ...reach,
  });
  for (const each of registry.plugins)
    for (const channel of each.channels?.(plugin) ?? []) reach.addChannel(channel, each.id);
  listenForPlugins({ registry, events, services: plugin });
  const inbound = createInbound({
    ...{ now: clock.now, links: reach.links, transaction: plugin.transaction, trusted: config.mailServer },
    filesOf: (tx) => createFiles({ sql: tx }),
    noteReport: (raw) => noteReport({ sql, events, clock, wake: wake.pingSoon }, raw),
    receivers: registry.plugins.flatMap((each) => each.receivers?.(plugin) ?? []),
  });
  return {
    ...reach,
    inbound,
    plugin,
    screens,
    segments,
    definitions,
    uses,
    ...{ config, sql, log, clock, registry, identity, access, configuration, models, events },
    recordsAt,
    wake,
    close,
    records,
  };
}

/** What knows where fields are used, part by part. */
function usesOf({ sql, registry, screens }: Pick<Services, 'sql' | 'registry' | 'screens'>): Uses {
  const uses = createUses();
  for (const provider of [
    ...[entityUses(registry), roleUses(registry), importUses(sql)],
    ...[flowUses({ sql, registry }), screenFieldUses({ screens, registry }), viewUses({ sql, registry })],
    ...[reportUses({ sql, registry }), segmentUses(sql)],
  ])
    uses.register(provider);
  return uses;
}

type Hearing = Pick<ThreadServices, 'events' | 'registry' | 'models' | 'clock' | 'wake'>;

/** What wakes for changes, in the transaction that writes them. */
function hear({ events, registry, models, clock, wake }: Hearing): void {
  const hearing = { now: clock.now, wakeSoon: wake.pingSoon };
  events.subscribe(
    recordStartSubscriber({
      typeOf: (entity, field) => registry.entity(entity).fields[field]?.type,
      ...hearing,
    }),
  );
  events.subscribe(segmentDefinitionSubscriber({ models, hasEntity: registry.hasEntity, ...hearing }));
  events.subscribe(segmentChangeSubscriber(hearing));
}
