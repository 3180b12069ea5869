/** Runs a change to its end: tables, then in one short transaction the definition itself, then records. */
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { EntityDefinition } from '../definition.ts';
import { bringUp } from '../schema/bring-up.ts';
import type { StepProgress } from '../schema/apply.ts';
import { endChange, setProgress, type ChangeRow } from './change-row.ts';
import { dataSteps, type DataServices, type DataStep } from './data-steps.ts';
import type { PreparedChange } from './prepare-change.ts';
import { storeTarget } from './stored-definitions.ts';

export interface RunInput {
  sql: Sql;
  records: DataServices | undefined;
  /** All definitions that run now. */
  entities: readonly EntityDefinition[];
  prepared: PreparedChange;
  row: Pick<ChangeRow, 'id' | 'createdBy'>;
  /** The definition counts now. */
  reload(): Promise<void>;
}

/** Each part may run again: whoever finds the change unfinished runs all of it. */
export async function runChange(input: RunInput): Promise<void> {
  const { sql, row, prepared } = input;
  const { definition } = prepared.target;
  const others = input.entities.filter(({ id }) => id !== prepared.entity);
  const steps = dataSteps(prepared);
  try {
    await bringUp(sql, definition ? [...others, definition] : others, {
      actor: row.createdBy,
      watch: progressOf(sql, row.id),
      prepare: () => runSteps(input, steps, 'before'),
      finish: (tx) => storeTarget(tx, { base: prepared.base, target: prepared.target, actor: row.createdBy }),
    });
    await input.reload();
    await runSteps(input, steps, 'after');
    await endChange(sql, row.id);
  } catch (error) {
    await endChange(sql, row.id, problemOf(error));
    throw error;
  }
}

async function runSteps(
  { sql, records, row }: RunInput,
  all: readonly DataStep[],
  when: DataStep['when'],
): Promise<void> {
  const steps = all.filter((step) => step.when === when);
  for (const [index, step] of steps.entries()) {
    const progress = { step: index + 1, steps: steps.length, kind: step.kind, params: step.params };
    const watch = progressOf(sql, row.id);
    await step.run({
      sql,
      records,
      change: row.id,
      actor: row.createdBy,
      watch: (rows) => watch({ ...progress, rows }),
    });
  }
}

/** Rows are told once a second at most. */
function progressOf(sql: Sql, id: string): (progress: StepProgress) => Promise<void> {
  let last = 0;
  return async (progress) => {
    if (progress.rows !== undefined && Date.now() - last < 1000) return;
    last = Date.now();
    await setProgress(sql, id, progress);
  };
}

const problemOf = (error: unknown): NonNullable<ChangeRow['problem']> =>
  error instanceof Problem
    ? { code: error.code, params: error.params }
    : { code: 'change-failed', params: { detail: error instanceof Error ? error.message : String(error) } };
