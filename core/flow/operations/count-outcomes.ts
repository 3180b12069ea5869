import type { Db } from '../../db/connect.ts';
import type { Outcome } from '../shell/outcome.ts';
import { insertFailures, type OperationFailure } from './sql/insert-failures.ts';
import { settleOperation } from './sql/settle-operation.ts';

export interface OperationOutcome {
  operation: string;
  instance: string;
  outcome: Outcome;
}

/** In the transaction of the work, so that progress is exact; in the order of ids, so that no two wait in a circle. */
export async function countOutcomes(
  db: Db,
  outcomes: readonly OperationOutcome[],
  now: number,
): Promise<string[]> {
  const groups = [...Map.groupBy(outcomes, (one) => one.operation)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [operation, own] of groups) {
    const failures = own.flatMap(({ instance, outcome }): OperationFailure[] => {
      if (outcome.ok) return [];
      const { code, params = {}, errors = [] } = outcome.problem;
      const reasons = errors.map((error) => ({ code: error.code, params: error.params ?? {} }));
      return [{ operation, instance, code, params: { ...params, reasons } }];
    });
    await insertFailures(db, failures);
    await settleOperation(db, operation, {
      done: own.length - failures.length,
      failed: failures.length,
      now,
    });
  }
  return groups.map(([operation]) => operation);
}
