import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { wallClock } from '../clock.ts';
import { backOff } from './back-off.ts';
import { createHandlers, type JobHandler } from './handlers.ts';
import type { Job, NewJob } from './job.ts';
import { createRunner, type Runner } from './runner.ts';
import { claimSuspect } from './sql/claim-suspect.ts';
import { claim } from './sql/claim.ts';
import { complete } from './sql/complete.ts';
import { countFollowing } from './sql/count-following.ts';
import { enqueue } from './sql/enqueue.ts';
import { hold } from './sql/hold.ts';
import { reclaim } from './sql/reclaim.ts';
import { createTurns } from './turns.ts';
import { createWake } from './wake.ts';
import { createWorker, type Worker } from './worker.ts';

let database: TestDatabase;
let worker: Worker;
const runners: Runner[] = [];
const job = (more: Partial<NewJob> = {}): NewJob => ({
  kind: 'test',
  lane: 0,
  payload: {},
  dueAt: Date.now() - 1_000,
  ...more,
});
const due = (by: Worker, limit = 10) => ({
  lane: 0 as const,
  limit,
  now: Date.now(),
  lease: { worker: by.number, seconds: 30 },
});

beforeAll(async () => {
  database = await testDatabase();
  worker = await createWorker(database.url);
});
beforeEach(() => database.sql`delete from core.job`);
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
});
afterAll(async () => {
  await worker.close();
  await database.close();
});

/** A runner of this database with one handler. */
async function run(handler: Partial<JobHandler> & Pick<JobHandler, 'run'>): Promise<Runner> {
  const handlers = createHandlers();
  handlers.register({ kinds: ['test'], ...handler });
  const wake = createWake(database.sql);
  const runner = createRunner({
    sql: database.sql,
    clock: wallClock,
    worker,
    wake,
    handlers,
    log: { error: () => {} },
    pollMilliseconds: 20,
    lanes: [{ lane: 0, loops: 1, limit: () => 10 }],
  });
  runners.push(runner);
  runner.start();
  return runner;
}

async function until(isDone: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not happen within ten seconds.');
}

test('several claims at once never share a job, and take the earliest first', async () => {
  // given
  await enqueue(
    database.sql,
    Array.from({ length: 100 }, (_, index) => job({ payload: { index }, dueAt: 1_000 + index })),
  );
  // when
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(database.sql, due(worker, 15))));
  // then
  const ids = claims.flat().map((one) => one.id);
  expect(ids.length).toBe(100);
  expect(new Set(ids).size).toBe(100);
  const numbers = claims.map((list) => list.map((one) => (one.payload as { index: number }).index));
  for (const list of numbers) expect(list).toEqual(list.toSorted((a, b) => a - b));
});

test('what is not due, failed or held stays', async () => {
  await enqueue(database.sql, [job({ dueAt: Date.now() + 60_000 }), job({ lane: 1 }), job()]);
  expect((await claim(database.sql, due(worker))).length).toBe(1);
  expect(await claim(database.sql, due(worker))).toEqual([]);
});

test('what was due and what came of it is waited for, not what has become due by itself since', async () => {
  // given
  const { sql } = database;
  const [began, by] = [Date.now(), Date.now()];
  const [due = '', following = '', later = ''] = await enqueue(sql, [
    job({ dueAt: by - 10 }),
    job({ dueAt: by + 20 }),
    job({ dueAt: by + 20 }),
  ]);
  await sql`update core.job set created_at = now() - interval '1 hour' where id in ${sql([due, later])}`;
  const left = (now: number): Promise<number> => countFollowing(sql, { by, now, began });
  // when, then
  expect(await left(by + 10)).toBe(1);
  expect(await left(by + 30)).toBe(2);
  await sql`delete from core.job where id in ${sql([due, following])}`;
  expect(await left(by + 30)).toBe(0);
});

test('a key makes one job', async () => {
  await enqueue(database.sql, [job({ key: 'a' })]);
  await enqueue(database.sql, [job({ key: 'a' }), job({ key: 'b' })]);
  expect((await claim(database.sql, due(worker))).map((one) => one.key).toSorted()).toEqual(['a', 'b']);
});

test('payloads come back as they were, whatever is in them', async () => {
  const payload = { text: 'é 中文 "quoted" \\ back\nline \u001e separator', list: [1, null, { deep: true }] };
  await enqueue(database.sql, [job({ payload }), job({ payload: [] })]);
  expect((await claim(database.sql, due(worker))).map((one) => one.payload)).toContainEqual(payload);
});

test('the jobs of a worker that is gone are taken back, and only one at a time is tried again', async () => {
  // given
  const dying = await createWorker(database.url);
  await enqueue(database.sql, [job(), job(), job()]);
  const taken = await claim(database.sql, due(dying));
  expect(await reclaim(database.sql)).toBe(0);
  // when
  await dying.close();
  await until(async () => (await reclaim(database.sql)) === 3);
  // then
  expect(await claim(database.sql, due(worker))).toEqual([]);
  const [suspect] = await claimSuspect(database.sql, due(worker));
  expect(suspect?.crashes).toBe(2);
  expect(
    await hold(
      database.sql,
      taken.map((one) => one.id),
      dying.number,
    ),
  ).toEqual(new Set());
  expect(await complete(database.sql, [suspect!.id], dying.number)).toBe(0);
  expect(await complete(database.sql, [suspect!.id], worker.number)).toBe(1);
});

test('a job that kills its process three times is set aside, and its handler told', async () => {
  // given
  await enqueue(database.sql, [job({ crashes: 3 })]);
  const failed: string[] = [];
  let runs = 0;
  // when
  await run({
    run: async () => {
      runs++;
    },
    onFailed: async (jobs, error) => {
      failed.push(...jobs.map(() => error));
    },
  });
  // The handler is told within the transaction that sets the job aside.
  const setAside = () => database.sql`select last_error from core.job where failed_at is not null`;
  await until(async () => (await setAside()).length > 0);
  // then
  expect(runs).toBe(0);
  expect(failed).toHaveLength(1);
  const [row] = await setAside();
  expect(row?.['last_error']).toContain('3 times');
});

test('a failure is tried again later, the last one is set aside', async () => {
  // given
  await enqueue(database.sql, [job({ maxAttempts: 2 })]);
  let runs = 0;
  const failed: Job[] = [];
  await run({
    run: () => {
      runs++;
      return Promise.reject(new Error('no luck'));
    },
    onFailed: async (jobs) => {
      failed.push(...jobs);
    },
  });
  // when
  await until(() => runs === 1);
  await until(
    async () =>
      (await database.sql`select 1 from core.job where lease_until is null and attempts = 1`).length === 1,
  );
  const [row] = await database.sql`select due_at > now() as later, crashes from core.job`;
  // then
  expect(row).toEqual({ later: true, crashes: 0 });
  await until(() => failed.length === 1);
  expect(runs).toBe(2);
});

test('a job that is due since long is found while others stream, whose looks begin where the last one did', async () => {
  // given
  const found: string[] = [];
  const bring = (dueAt: number, of: string) => enqueue(database.sql, [job({ dueAt, payload: { of } })]);
  const handlers = createHandlers();
  handlers.register({
    kinds: ['test'],
    run: async (jobs) => {
      // The cast: only the jobs of this test carry it.
      found.push(...jobs.map(({ payload }) => (payload as { of: string }).of));
      await complete(
        database.sql,
        jobs.map(({ id }) => id),
        worker.number,
      );
    },
  });
  const turns = createTurns({
    ...{ sql: database.sql, clock: wallClock, worker, handlers, log: { error: () => {} } },
    lease: { worker: worker.number, seconds: 30 },
    signal: new AbortController().signal,
  });
  const look = () =>
    turns.claimed(
      { lane: 0, limit: () => 10 },
      { forSuspects: false, onSuspect: () => {}, onLooked: () => {} },
    );
  const stream = async (): Promise<void> => {
    await bring(Date.now(), 'stream');
    await look();
  };
  for (let before = 0; before < 3; before++) await stream();
  // when one comes that should have been there an hour ago
  await bring(Date.now() - 3_600_000, 'late');
  const until = performance.now() + 1_000;
  while (performance.now() < until) await stream();
  await stream();
  // then a look within the stream finds it
  expect(found.filter((of) => of === 'late')).toEqual(['late']);
});

test('a ping wakes a runner of another connection', async () => {
  // given
  const wake = createWake(database.sql);
  let woken = 0;
  wake.onWake(() => woken++);
  await wake.listen();
  const other = createWake(database.sql);
  // when
  for (let count = 0; count < 50; count++) other.ping();
  // then
  await until(() => woken > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(woken).toBeLessThan(5);
  await wake.close();
});

test('back-off doubles, has an end, and jitters', () => {
  expect(backOff({ attempt: 1, base: 1_000, random: 0.5 })).toBe(1_000);
  expect(backOff({ attempt: 4, base: 1_000, random: 0.5 })).toBe(8_000);
  expect(backOff({ attempt: 40, base: 1_000, random: 0.5 })).toBe(3_600_000);
  expect(backOff({ attempt: 1, base: 1_000, random: 0 })).toBe(900);
});
