/** What every flow can do with records, whatever plugins are installed. */
import { z } from 'zod';
import { recordId } from '../../entity/index.ts';
import type { RecordService, WriteResult } from '../../plugin.ts';
import { defineTask, failure, ok, type TaskResult } from '../../task.ts';

/** Forms offer the entities, a record of the one chosen, and its fields. */
const entity = z.string().meta({ choose: 'entity' });
const id = z.uuid().meta({ recordOf: 'entity' });
const values = z.record(z.string(), z.unknown()).meta({ fieldsOf: 'entity' });
const outcome = (result: WriteResult): TaskResult =>
  result.ok ? ok({ id: result.record.id }) : failure(result.code, result.detail, result.params);

/** Calls grouped by entity, so that a batch is one write per entity; answers in the calls' order. */
async function perEntity<Call extends { input: { entity: string } }>(
  calls: readonly Call[],
  write: (entity: string, calls: Call[]) => Promise<WriteResult[]>,
): Promise<TaskResult[]> {
  const results = new Map<Call, TaskResult>();
  for (const [entity, group] of Map.groupBy(calls, (call) => call.input.entity)) {
    const written = await write(entity, group);
    group.forEach((call, index) => results.set(call, outcome(written[index]!)));
  }
  return calls.map((call) => results.get(call)!);
}

const update = (
  records: RecordService,
  entity: string,
  changes: { id: string; values: Record<string, unknown> }[],
) => records.update(entity, changes);

export const updateRecord = defineTask({
  id: 'core.update-record',
  kind: 'transactional',
  input: z.object({ entity, id, values }),
  output: z.object({ id: z.uuid() }),
  face: { icon: 'pencil', group: 'records' },
  run: (calls, { records }) =>
    perEntity(calls, (entity, group) =>
      update(
        records,
        entity,
        group.map(({ input }) => ({ id: input.id, values: input.values })),
      ),
    ),
});

export const createRecord = defineTask({
  id: 'core.create-record',
  kind: 'transactional',
  input: z.object({ entity, values }),
  output: z.object({ id: z.uuid() }),
  face: { icon: 'file-plus', group: 'records' },
  run: (calls, { records }) =>
    perEntity(calls, (entity, group) =>
      records.create(
        entity,
        group.map(({ input }) => input.values),
      ),
    ),
});

export const assignOwner = defineTask({
  id: 'core.assign-owner',
  kind: 'transactional',
  input: z.object({ entity, id, owner: recordId('user') }),
  output: z.object({ id: z.uuid() }),
  face: { icon: 'user-plus', group: 'records' },
  run: (calls, { records }) =>
    perEntity(calls, (entity, group) =>
      update(
        records,
        entity,
        group.map(({ input }) => ({ id: input.id, values: { owner: input.owner } })),
      ),
    ),
});

export const recordTasks = [updateRecord, createRecord, assignOwner];
