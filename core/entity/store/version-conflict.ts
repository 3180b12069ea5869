import { Problem } from '../../errors.ts';
import type { Values } from '../definition.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import type { CurrentRow } from './current-rows.ts';
import { readRecords } from '../query/read-records.ts';

export interface ConflictInput {
  model: EntityModel;
  change: { id: string; version?: number; values?: Values };
  current: CurrentRow;
}

/** 412 with both sides: what the record is now, as the actor may see it, and what they wanted on top of which version. */
export async function versionConflict(
  context: WriteContext,
  { model, change, current }: ConflictInput,
): Promise<Problem> {
  const { tx, actor } = context;
  const [record] = await readRecords(context, { actor, entity: model.id, ids: [change.id] }, tx);
  return new Problem({
    status: 412,
    code: 'version-conflict',
    params: { entity: model.id, version: change.version, current: current.version },
    extra: { current: record ?? null, yours: { version: change.version, ...change.values } },
  });
}
