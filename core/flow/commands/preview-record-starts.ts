import type { Tx } from '../../db/connect.ts';
import { createKeptModels } from '../../decision/index.ts';
import { createDefinitions } from '../shell/definitions.ts';
import type { EngineParts } from '../shell/options.ts';
import { decide, type Subscription } from '../shell/starts/record-start.ts';
import type { RecordChange, RecordStartPayload } from '../shell/starts/record-subscriber.ts';

export interface RecordStarts {
  flow: string;
  name: string;
  count: number;
}

type Named = Subscription & { name: string };

/**
 * How many instances of which flows would start for records written in this transaction, were it committed. Reads
 * the jobs that the subscriber has left in it.
 */
export const previewRecordStarts =
  (parts: EngineParts) =>
  async (tx: Tx, { entity, ids }: { entity: string; ids: readonly string[] }): Promise<RecordStarts[]> => {
    const changes = await changesOf(tx, entity, new Set(ids));
    if (changes.length === 0) return [];
    const subscriptions = await tx<Named[]>`
      select s.flow, s.version, s.element as event, s.part, s.body, d.name
      from flow.start_subscription s join flow.definition d on d.key = s.flow and d.version = s.version
      where s.kind = 'record' and s.entity = ${entity} order by s.flow`;
    const { sql } = parts;
    const shell = { ...parts, definitions: createDefinitions(sql), decisions: createKeptModels(sql) };
    const starts: RecordStarts[] = [];
    for (const { name, ...subscription } of subscriptions) {
      const { items } = await decide({ tx, parts: shell, subscription, entity, changes });
      if (items.length > 0) starts.push({ flow: subscription.flow, name, count: items.length });
    }
    return starts;
  };

/** Jobs of other transactions may be seen as well: only changes of these records count. */
async function changesOf(tx: Tx, entity: string, ids: ReadonlySet<string>): Promise<RecordChange[]> {
  const jobs = await tx<{ payload: RecordStartPayload }[]>`
    select payload from core.job where kind = 'flow.record-start' and payload->>'entity' = ${entity}`;
  return jobs.flatMap(({ payload }) => payload.changes.filter(({ id }) => ids.has(id)));
}
