import type { Db } from '../../../db/connect.ts';

export interface OperationFailure {
  operation: string;
  instance: string;
  code: string;
  params: object;
}

export async function insertFailures(db: Db, failures: readonly OperationFailure[]): Promise<void> {
  if (failures.length === 0) return;
  await db`
    insert into flow.operation_failure (operation_id, instance_id, code, params)
    select operation, instance, code, params::json
    from unnest(${failures.map((one) => one.operation)}::uuid[], ${failures.map((one) => one.instance)}::uuid[],
      ${failures.map((one) => one.code)}::text[], ${failures.map((one) => JSON.stringify(one.params))}::text[])
      as t (operation, instance, code, params)`;
}
