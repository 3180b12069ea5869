import { bulkChange, type ChangeResult, type RecordChange, type RecordItem } from './records.ts';
import { toWritten } from './values.ts';

export interface BulkOutcome {
  done: number;
  /** The first refusal's sentence, when there was one. */
  problem: string | undefined;
  failed: number;
  /** What takes it back. */
  cause: string;
}

/** Sets one field of many records. */
export function setField(
  entity: string,
  records: readonly Pick<RecordItem, 'id'>[],
  change: { field: string; value: unknown },
): Promise<BulkOutcome> {
  const values = { [change.field]: toWritten(change.value) };
  return run(
    entity,
    records.map(({ id }) => ({ op: 'update', id, values })),
  );
}

export const deleteMany = (
  entity: string,
  records: readonly Pick<RecordItem, 'id'>[],
): Promise<BulkOutcome> =>
  run(
    entity,
    records.map(({ id }) => ({ op: 'delete', id })),
  );

async function run(entity: string, changes: RecordChange[]): Promise<BulkOutcome> {
  const { results, cause } = await bulkChange(entity, changes);
  const refused: ChangeResult | undefined = results.find((result) => !result.ok);
  const failed = results.filter((result) => !result.ok).length;
  return {
    done: results.length - failed,
    failed,
    problem: refused && (refused.problem?.detail ?? refused.problem?.title ?? refused.problem?.code),
    cause,
  };
}
