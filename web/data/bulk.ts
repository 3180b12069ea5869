import { bulkChange, type ChangeResult, type RecordChange, type RecordItem } from './records.ts';
import { toWritten } from './values.ts';

export interface BulkOutcome {
  done: number;
  /** The first refusal's sentence, when there was one. */
  problem: string | undefined;
  failed: number;
  /** Puts back what was before, for those that were changed. */
  undo: () => Promise<BulkOutcome>;
}

/** Sets one field of many records. */
export async function setField(
  entity: string,
  records: readonly RecordItem[],
  change: { field: string; value: unknown },
): Promise<BulkOutcome> {
  const before = new Map(records.map((record) => [record.id, toWritten(record[change.field])]));
  const update = (value: (id: string) => unknown, ids: readonly string[]): RecordChange[] =>
    ids.map((id) => ({ op: 'update', id, values: { [change.field]: value(id) } }));
  const ids = records.map((record) => record.id);
  const back = (done: readonly string[]): RecordChange[] => update((id) => before.get(id) ?? null, done);
  return run(
    entity,
    update(() => toWritten(change.value), ids),
    back,
  );
}

export function deleteMany(entity: string, records: readonly Pick<RecordItem, 'id'>[]): Promise<BulkOutcome> {
  const changes: RecordChange[] = records.map(({ id }) => ({ op: 'delete', id }));
  return run(entity, changes, (done) => done.map((id) => ({ op: 'restore', id })));
}

async function run(
  entity: string,
  changes: RecordChange[],
  inverse: (ids: readonly string[]) => RecordChange[],
): Promise<BulkOutcome> {
  const { results } = await bulkChange(entity, changes);
  const done = changes.filter((_, index) => results[index]?.ok).map((change) => change.id ?? '');
  const refused: ChangeResult | undefined = results.find((result) => !result.ok);
  return {
    done: done.length,
    failed: results.length - done.length,
    problem: refused && (refused.problem?.detail ?? refused.problem?.title ?? refused.problem?.code),
    undo: () => run(entity, inverse(done), () => changes),
  };
}
