/** What the engine needs of the other parts. */
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import type { RecordStore } from '../../entity/record-store.ts';
import type { Events } from '../../event/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { PluginServices } from '../../plugin.ts';
import type { Registry } from '../../registry.ts';
import type { KeptModels } from '../../decision/index.ts';
import type { Definitions } from './definitions.ts';

export interface EngineLog {
  error(data: object, message: string): void;
  info(data: object, message: string): void;
}

export interface EngineParts {
  sql: Sql;
  clock: Clock;
  registry: Pick<Registry, 'tasks' | 'entity' | 'hasEntity' | 'text'>;
  records: Pick<RecordStore, 'readMany' | 'list' | 'service' | 'write'>;
  identity: Pick<Identity, 'flowActor' | 'company'>;
  /** Told after a commit that wrote records; asked for changes that start flows. */
  events: Pick<Events, 'wake' | 'subscribe'>;
  log: EngineLog;
  /** Handed to task handlers. */
  plugin: PluginServices;
  /** Milliseconds that a task may take within a transaction; the usual when absent. */
  patience?: number;
  /** Characters that an instance may hold; the usual when absent. */
  room?: number;
}

export interface ShellParts extends EngineParts {
  definitions: Definitions;
  decisions: KeptModels;
}
