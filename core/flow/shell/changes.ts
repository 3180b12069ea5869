/**
 * Tells every process which instances, work items and flows changed, for people's screens: by `NOTIFY` after the commit, on
 * its own, at most five times a second. When there is too much to name, it only says so.
 */
import type { Sql } from '../../db/connect.ts';

export const changeChannel = 'relata_flow';

export interface FlowChange {
  instances: string[];
  workItems: string[];
  /** Operations on many instances whose progress changed. */
  operations: string[];
  /** Keys of flows that were deployed, or that somebody began or ceased to draw on. */
  flows: string[];
  /** More changed than is named here. */
  isMore: boolean;
}

export interface Changes {
  add(change: {
    instances?: readonly string[];
    workItems?: readonly string[];
    operations?: readonly string[];
    flows?: readonly string[];
  }): void;
  close(): Promise<void>;
}

const coalesce = 200;
/** 8,000 bytes is the most a notification holds. */
const mostNamed = 80;

export function createChanges(sql: Sql): Changes {
  let instances = new Set<string>();
  let workItems = new Set<string>();
  let operations = new Set<string>();
  let flows = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  const send = (): void => {
    timer = undefined;
    const change: FlowChange = {
      instances: [...instances].slice(0, mostNamed),
      workItems: [...workItems].slice(0, mostNamed),
      operations: [...operations].slice(0, 10),
      flows: [...flows].slice(0, 10),
      isMore: instances.size > mostNamed || workItems.size > mostNamed,
    };
    instances = new Set();
    workItems = new Set();
    operations = new Set();
    flows = new Set();
    // Screens that miss a notification show the change at their next reading.
    sending = sql`select pg_notify(${changeChannel}, ${JSON.stringify(change)})`.catch(() => {});
  };
  const addAll = (set: Set<string>, ids: readonly string[]): void => {
    for (let index = 0; index < ids.length && set.size <= mostNamed; index++) set.add(ids[index]!);
  };
  return {
    add: (change) => {
      addAll(instances, change.instances ?? []);
      addAll(workItems, change.workItems ?? []);
      addAll(operations, change.operations ?? []);
      addAll(flows, change.flows ?? []);
      if (!timer && instances.size + workItems.size + operations.size + flows.size > 0)
        timer = setTimeout(send, coalesce);
    },
    close: async () => {
      clearTimeout(timer);
      await sending;
    },
  };
}

/** Calls back with every change that any process tells; answers how to stop. */
export async function listenToChanges(
  sql: Sql,
  heard: (change: FlowChange) => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen(changeChannel, (text) => heard(JSON.parse(text) as FlowChange));
  return unlisten;
}
