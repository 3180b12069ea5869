import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import type { NewJob } from './job.ts';
import { enqueue } from './sql/enqueue.ts';
import { fail } from './sql/fail.ts';
import { countJobs, jobStates, listJobs, type JobState } from './sql/list-jobs.ts';
import { putOff } from './sql/put-off.ts';

let database: TestDatabase;
const now = Date.now();
const job = (kind: string, dueAt: number, more: Partial<NewJob> = {}): NewJob => ({
  ...{ kind, lane: 0, payload: {}, dueAt },
  ...more,
});
const listed = async (state: JobState, more: { kind?: string; offset?: number; limit?: number } = {}) =>
  (await listJobs(database.sql, { state, now, offset: 0, limit: 50, members: {}, ...more })).map(
    ({ id }) => id,
  );

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.sql`delete from core.job`);
afterAll(() => database.close());

describe('jobs are shown to whoever looks after them', () => {
  test('by what became of them, each in one place alone', async () => {
    // given one of each, the due ones in several lanes, one of them after its process died
    const { sql } = database;
    const due = await enqueue(sql, [
      job('mail', now - 3_000, { lane: 2 }),
      job('mail', now - 2_000, { crashes: 1 }),
      job('timer', now - 1_000, { lane: 1 }),
    ]);
    const later = await enqueue(sql, [job('timer', now + 60_000)]);
    const working = await enqueue(sql, [job('mail', now)], { worker: 1, seconds: 30 });
    const failed = await enqueue(sql, [job('import', now - 5_000)]);
    await fail(sql, failed, 'The server said no.');
    // when, then
    expect(await listed('due')).toEqual(due);
    expect(await listed('later')).toEqual(later);
    expect(await listed('working')).toEqual(working);
    expect(await listed('failed')).toEqual(failed);
    const [told] = await listJobs(sql, { state: 'failed', now, offset: 0, limit: 1, members: {} });
    expect(told).toMatchObject({ kind: 'import', error: 'The server said no.', failedAt: expect.any(Date) });
    const counts = await Promise.all(jobStates.map((state) => countJobs(sql, { state, now })));
    expect(counts).toEqual([
      [{ kind: 'import', count: 1 }],
      [{ kind: 'mail', count: 1 }],
      [
        { kind: 'mail', count: 2 },
        { kind: 'timer', count: 1 },
      ],
      [{ kind: 'timer', count: 1 }],
    ]);
  });

  test('of one kind, and page by page', async () => {
    const ids = await enqueue(
      database.sql,
      [3, 2, 1].map((second) => job(second === 2 ? 'timer' : 'mail', now - second * 1_000)),
    );
    expect(await listed('due', { kind: 'mail' })).toEqual([ids[0], ids[2]]);
    expect(await listed('due', { limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await listed('due', { offset: 2, limit: 2 })).toEqual(ids.slice(2));
  });

  test('those that wait are put off; what is at work or failed is left alone', async () => {
    // given
    const { sql } = database;
    const waiting = await enqueue(sql, [job('mail', now - 1_000)]);
    const working = await enqueue(sql, [job('mail', now)], { worker: 1, seconds: 30 });
    const failed = await enqueue(sql, [job('mail', now)]);
    await fail(sql, failed, 'no');
    // when
    const changed = await putOff(sql, { ids: [...waiting, ...working, ...failed], minutes: 60, now });
    // then
    expect(changed).toBe(1);
    expect(await listed('later')).toEqual(waiting);
    expect(await listed('working')).toEqual(working);
    expect(await listed('failed')).toEqual(failed);
  });

  test('what is due in days is put off from there, never brought forward', async () => {
    const { sql } = database;
    const dueAt = now + 3 * 86_400_000;
    const ids = await enqueue(sql, [job('timer', dueAt)]);
    await putOff(sql, { ids, minutes: 60, now });
    const [told] = await listJobs(sql, { state: 'later', now, offset: 0, limit: 1, members: {} });
    expect(told!.dueAt.getTime()).toBe(dueAt + 3_600_000);
  });
});
