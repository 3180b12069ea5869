/** What the commands and questions about flows work with. */
import type { Access } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import type { RecordStore } from '../../entity/record-store.ts';
import type { Registry } from '../../registry.ts';
import type { Changes } from '../shell/changes.ts';
import type { Definitions } from '../shell/definitions.ts';
import type { EngineDoor } from '../shell/engine.ts';
import type { WorkItemRow } from './work-item-rows.ts';

export interface FlowParts {
  sql: Sql;
  clock: Clock;
  registry: Pick<
    Registry,
    | 'plugins'
    | 'tasks'
    | 'entities'
    | 'entity'
    | 'hasEntity'
    | 'lastKnownField'
    | 'roles'
    | 'screens'
    | 'find'
    | 'keys'
    | 'text'
  >;
  records: Pick<RecordStore, 'readMany'>;
  access: Pick<Access, 'mayEver'>;
  definitions: Definitions;
  /** One row, whoever asks. */
  workItem(id: string): Promise<WorkItemRow | undefined>;
  engine: EngineDoor;
  /** Told of changes that the engine does not make. */
  changes: Pick<Changes, 'add'>;
}

export interface Reference {
  id: string;
  title: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
  count?: number;
}

export interface Paging {
  limit: number;
  cursor?: string;
  count?: 'none' | 'estimate' | 'exact';
}
