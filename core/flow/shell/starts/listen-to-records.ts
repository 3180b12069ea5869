import type { Clock } from '../../../clock.ts';
import type { Sql } from '../../../db/connect.ts';
import type { Events } from '../../../event/index.ts';
import { createWake, type Wake } from '../../../job/index.ts';
import type { Registry } from '../../../registry.ts';
import { recordStartSubscriber } from './record-subscriber.ts';

export interface ListenToRecords {
  sql: Sql;
  events: Pick<Events, 'subscribe'>;
  registry: Pick<Registry, 'entity' | 'hasEntity'>;
  clock: Pick<Clock, 'now'>;
  wake?: Pick<Wake, 'pingSoon'>;
}

/** Every thread that writes records calls this once, so that flows start for what it writes. */
export function listenToRecords({
  sql,
  events,
  registry,
  clock,
  wake = createWake(sql),
}: ListenToRecords): void {
  events.subscribe(
    recordStartSubscriber({
      typeOf: (entity, field) =>
        registry.hasEntity(entity) ? registry.entity(entity).fields[field]?.type : undefined,
      now: clock.now,
      wakeSoon: wake.pingSoon,
    }),
  );
}
