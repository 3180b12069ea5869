import type { Actor } from '../access/actor.ts';
import type { Tx } from '../db/connect.ts';
import type { RecordData } from './definition.ts';
import type { Cause } from '../event/event.ts';
import type { Refusal, RecordService, WriteResult } from '../plugin.ts';
import { largestLimit } from './query/list.ts';
import type { Change, ChangeResult, Filter, RecordStore } from './record-store.ts';

export interface ServiceInput {
  store: RecordStore;
  actor: Actor;
  tx?: Tx;
  cause?: Partial<Cause>;
}

/** Records for handlers and plugins: the actor, the transaction and the cause are already chosen. */
export function recordService({ store, actor, tx, cause }: ServiceInput): RecordService {
  const write = async (entity: string, changes: Change[]): Promise<WriteResult[]> => {
    const results = await store.write({ actor, changes, cause }, tx);
    const ids = results.map((result) => (result.ok ? result.id : ''));
    const records = await store.readMany({ actor, entity, ids }, tx);
    return results.map((result, index) => {
      if (!result.ok) return refusal(result);
      // Who may create but not read still learns which record it was.
      return { ok: true, record: records[index] ?? { id: result.id, version: result.version } };
    });
  };
  return {
    read: (entity, ids) => store.readMany({ actor, entity, ids }, tx),
    find: async (entity, filter, { limit, ...shown } = {}) => {
      const items: RecordData[] = [];
      // More are asked for than one page holds.
      for (let cursor: string | null | undefined; cursor !== null && items.length < (limit ?? 1);) {
        const left = limit === undefined ? {} : { limit: Math.min(limit - items.length, largestLimit) };
        // The filter is checked when it is parsed.
        const asked = { actor, entity, filter: filter as Filter, ...shown, ...left };
        const page = await store.list({ ...asked, ...(cursor && { cursor }) }, tx);
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
    page: (entity, { cursor, ...query }) =>
      store.list({ actor, entity, ...query, ...(cursor && { cursor }) }, tx),
    aggregate: (entity, query) => store.aggregate({ actor, entity, ...query }, tx),
    ids: (entity, query) => store.ids({ actor, entity, ...query }),
    create: (entity, values) =>
      write(
        entity,
        values.map((one): Change => ({ op: 'create', entity, values: one })),
      ),
    update: (entity, changes) =>
      write(
        entity,
        changes.map(({ id, values }): Change => ({ op: 'update', entity, id, values })),
      ),
    delete: async (entity, ids) => {
      const changes = ids.map((id): Change => ({ op: 'delete', entity, id }));
      const results = await store.write({ actor, changes, cause }, tx);
      return results.flatMap((result, place) => (result.ok ? [] : [{ id: ids[place]!, ...refusal(result) }]));
    },
  };
}

function refusal(result: Extract<ChangeResult, { ok: false }>): Refusal {
  const { problem } = result;
  const [first] = problem.errors ?? [];
  const detail = first ? `${first.pointer.slice(1)}: ${first.code}` : JSON.stringify(problem.params);
  const params = first ? { field: first.pointer.slice(1), ...first.params } : problem.params;
  return { ok: false, code: first?.code ?? problem.code, detail, params };
}
