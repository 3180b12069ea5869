/**
 * Committed events to everybody who listens. One reader per process follows the log; each listener gets what their
 * rules allow, asked in bulk per entity: whoever lost sight of a record is told nothing more about it.
 */
import { isConnectionLoss } from '../db/connection-loss.ts';
import type { Access, Actor } from '../access/index.ts';
import type { RecordStore } from '../entity/index.ts';
import type { Events, RelataEvent, TailPosition } from '../event/index.ts';
import type { FlowChange } from '../flow/index.ts';
import type { FlowService } from '../flow/service.ts';
import type { Log } from '../log.ts';
import type { Registry } from '../registry.ts';
import { tellFlowChange } from './flow-feed.ts';

export interface LiveMessage {
  event: 'record' | 'work-item' | 'instance' | 'operation' | 'flow';
  data: Record<string, unknown>;
}

export interface LiveFeed {
  /** Sends to this listener from now on, each time what they may see then (null: nothing any more); answers how to stop. */
  join(actor: () => Promise<Actor | null>, send: (message: LiveMessage) => void): Promise<() => void>;
}

interface LiveFeedInput {
  events: Events;
  records: Pick<RecordStore, 'visible'>;
  access: Access;
  registry: Registry;
  log: Log;
  flows: Pick<FlowService, 'listen' | 'seen'>;
}

interface Listener {
  actor: () => Promise<Actor | null>;
  send(message: LiveMessage): void;
}

/** Catches what a lost notification would hide. */
const pollMilliseconds = 5_000;

export function createLiveFeed({ events, records, access, registry, log, flows }: LiveFeedInput): LiveFeed {
  const listeners = new Set<Listener>();
  let position: TailPosition | null = null;
  let reading: Promise<void> | undefined;
  let isAgain = false;
  let stops: (() => Promise<void>)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const read = async (): Promise<void> => {
    do {
      isAgain = false;
      const page = await events.tail(position);
      if (page.hasMore) isAgain = true;
      await Promise.all(
        [...listeners].map((listener) => tell(listener, page.events, { records, access, registry })),
      ).catch((error: unknown) => {
        // Told again when the database is back; twice is better than never.
        if (isConnectionLoss(error)) throw error;
        log.warn({ err: error }, 'live feed');
      });
      position = page.position;
    } while (isAgain && listeners.size > 0);
  };
  const wake = (): void => {
    isAgain = true;
    reading ??= read()
      .catch((error: unknown) => log.warn({ err: error }, 'live feed'))
      .finally(() => (reading = undefined));
  };
  const begin = async (): Promise<void> => {
    position = (await events.tail(null)).position;
    const toldOfFlows = (change: FlowChange): void => {
      tellFlowChange(flows, listeners, change).catch((error: unknown) =>
        log.warn({ err: error }, 'live feed'),
      );
    };
    stops = [await events.listen(wake), await flows.listen(toldOfFlows)];
    timer = setInterval(wake, pollMilliseconds);
    timer.unref();
  };
  const end = async (): Promise<void> => {
    clearInterval(timer);
    for (const stop of stops.splice(0)) await stop();
  };
  let beginning: Promise<void> | undefined;
  return {
    join: async (actor, send) => {
      const listener = { actor, send };
      listeners.add(listener);
      try {
        await (beginning ??= begin());
      } catch (error) {
        // Such as without a database: whoever comes next tries anew.
        listeners.delete(listener);
        beginning = undefined;
        throw error;
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        beginning = undefined;
        void end();
      };
    },
  };
}

async function tell(
  { actor: actorNow, send }: Listener,
  happened: readonly RelataEvent[],
  { records, access, registry }: Pick<LiveFeedInput, 'records' | 'access' | 'registry'>,
): Promise<void> {
  if (happened.length === 0) return;
  const actor = await actorNow();
  if (!actor) return;
  const byEntity = Map.groupBy(
    happened.filter(
      ({ entity, recordId }) => entity !== null && recordId !== null && registry.hasEntity(entity),
    ),
    (event) => event.entity!,
  );
  const visible = new Map<string, Set<string>>();
  for (const [entity, own] of byEntity)
    visible.set(entity, await records.visible({ actor, entity, ids: own.map(({ recordId }) => recordId!) }));
  for (const { type, entity, recordId, changes, at } of happened)
    if (entity !== null && recordId !== null && visible.get(entity)?.has(recordId)) {
      const levels = access.fieldAccess(actor, entity);
      const changedFields = Object.keys(changes).filter((field) => levels[field] !== 'hidden');
      send({
        event: 'record',
        data: {
          type,
          entity,
          id: recordId,
          changedFields,
          at: new Date(at).toISOString(),
        },
      });
    }
}
