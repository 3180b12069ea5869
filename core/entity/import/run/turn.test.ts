import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { turns } from './turn.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a chunk waits for the one before, which may end either way', async () => {
  for (const isUndone of [false, true]) {
    // given two chunks on their way, the first of which is slow
    const nextTurn = turns();
    const [first, second] = [nextTurn(), nextTurn()];
    const ended: string[] = [];
    let finish = (): void => {};
    const slow = database.sql
      .begin(async (tx) => {
        await first.take(tx);
        await new Promise<void>((resolve) => (finish = resolve));
        ended.push('first');
        if (isUndone) throw new Error('undone');
      })
      .catch(() => {});
    await first.wasTaken;
    const fast = database.sql.begin(async (tx) => {
      await second.take(tx);
      await second.afterLast(tx);
      ended.push('second');
    });
    // when the second is through with its rows
    await expect.poll(isWaiting).toBe(true);
    finish();
    await Promise.all([slow, fast]);
    // then it has waited
    expect(ended).toEqual(['first', 'second']);
  }
});

test('a turn that cannot be taken keeps nobody waiting', async () => {
  const turn = turns()();
  const lost = database.sql.begin(async (tx) => {
    await tx`select 1 / 0`.catch(() => {});
    await turn.take(tx);
  });
  await expect(lost).rejects.toThrow(/aborted|division by zero/);
  await turn.wasTaken;
});

const isWaiting = async (): Promise<boolean> =>
  (await database.sql`select 1 from pg_locks where locktype = 'advisory' and not granted`).length > 0;
