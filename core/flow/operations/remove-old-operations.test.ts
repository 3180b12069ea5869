import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { newId } from '../../db/new-id.ts';
import { removeOldOperations } from './remove-old-operations.ts';

test('operations that ended three months ago go with their failures; younger ones and those at work stay', async () => {
  const { sql, close } = await testDatabase();
  const now = Date.UTC(2027, 0, 1);
  const add = async (days: number | null): Promise<string> => {
    const id = newId();
    const at = days === null ? null : new Date(now - days * 86_400_000);
    await sql`insert into flow.operation (id, kind, selection, options, actor, state, created_at, ended_at)
      values (${id}, 'retry', '{}', '{}', 'test', ${at ? 'completed' : 'running'}, ${new Date(0)}, ${at})`;
    await sql`insert into flow.operation_failure values (${id}, ${newId()}, 'flow-failed', '{}')`;
    return id;
  };
  const many = await add(91);
  await sql`insert into flow.operation_failure
    select ${many}, gen_random_uuid(), 'flow-failed', '{}' from generate_series(1, 12000)`;
  const stays = [await add(89), await add(null)];
  expect(await removeOldOperations(sql, now)).toBe(1);
  const left = await sql<{ id: string }[]>`select id from flow.operation`;
  expect(left.map((row) => row.id).sort()).toEqual([...stays].sort());
  const failures = await sql<{ id: string }[]>`select operation_id as id from flow.operation_failure`;
  expect(failures.map((row) => row.id).sort()).toEqual([...stays].sort());
  await close();
});
