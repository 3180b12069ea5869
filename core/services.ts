/** What the parts of the core offer each other; composed in `boot.ts`. */
import type { Access } from './access/index.ts';
import type { Inbound, Reach } from './channel/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Configuration } from './configuration/index.ts';
import type { Sql } from './db/connect.ts';
import type { Decisions } from './decision/index.ts';
import type { Definitions, Models, RecordStore, Uses } from './entity/index.ts';
import type { Events } from './event/index.ts';
import type { FlowService } from './flow/service.ts';
import type { Auth, Identity } from './identity/index.ts';
import type { Log } from './log.ts';
import type { PluginServices } from './plugin.ts';
import type { Registry } from './registry.ts';
import type { Screens } from './screen/index.ts';
import type { Segments } from './segment/index.ts';

export interface Services extends Reach {
  config: Config;
  sql: Sql;
  log: Log;
  clock: Clock;
  registry: Registry;
  identity: Identity;
  auth: Auth;
  access: Access;
  configuration: Configuration;
  models: Models;
  events: Events;
  records: RecordStore;
  definitions: Definitions;
  screens: Screens;
  segments: Segments;
  /** Where entities and fields are used; parts with definitions register with it. */
  uses: Uses;
  flows: FlowService;
  decisions: Decisions;
  /** Mail that comes in. */
  inbound: Inbound;
  /** What plugins get, acting for themselves. */
  plugin: PluginServices;
}
