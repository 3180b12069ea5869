import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { createEvents, type Events, type NewEvent, type TailPosition } from './index.ts';

let database: TestDatabase;
let events: Events;
beforeAll(async () => {
  database = await testDatabase();
  events = createEvents(database);
  await events.prepare(Date.now());
});
afterAll(async () => {
  await events.close();
  await database.close();
});

const event = (type: string, changes: NewEvent['changes'] = {}): NewEvent => ({
  type,
  entity: null,
  recordId: null,
  actor: 'system',
  at: Date.now(),
  changes,
  cause: { depth: 0 },
});

const typesAfter = async (position: TailPosition): Promise<string[]> =>
  (await events.tail(position)).events.map(({ type }) => type);

test('events are written as they were told, whatever characters are in them', async () => {
  const { position } = await events.tail(null);
  const odd = { a: { before: 'x\u001f\u001e"\\,{}', after: null }, b: { after: { n: 1.5 } } };
  await database.sql.begin((tx) => events.append(tx, [event('odd.one', odd), event('odd.two')]));
  await expect.poll(() => typesAfter(position), { timeout: 20_000 }).toEqual(['odd.one', 'odd.two']);
  const tail = await events.tail(position);
  expect(tail.events.map(({ type, changes, cause }) => [type, changes, cause])).toEqual([
    ['odd.one', odd, { depth: 0 }],
    ['odd.two', {}, { depth: 0 }],
  ]);
  expect((await events.tail(tail.position)).events).toEqual([]);
});

test('a slow transaction is not skipped: later events wait until it ends', async () => {
  const { position } = await events.tail(null);
  let finish = (): void => {};
  const slow = database.sql.begin(async (tx) => {
    await events.append(tx, [event('race.slow')]);
    await new Promise<void>((resolve) => (finish = resolve));
  });
  await expect.poll(isWriting).toBe(true);
  await database.sql.begin((tx) => events.append(tx, [event('race.fast')]));
  expect((await events.tail(position)).events).toEqual([]);
  finish();
  await slow;
  await expect.poll(() => typesAfter(position), { timeout: 20_000 }).toEqual(['race.slow', 'race.fast']);
});

test('a transaction in another database of the server holds nothing up', async () => {
  const other = await testDatabase();
  const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = other.sql.begin(async (tx) => {
    await tx`create table kept_open (n int)`;
    begun.resolve();
    await finished.promise;
  });
  await begun.promise;
  const { position } = await events.tail(null);
  await database.sql.begin((tx) => events.append(tx, [event('other.database')]));
  expect(await typesAfter(position)).toEqual(['other.database']);
  finished.resolve();
  await slow;
  await other.close();
});

const isWriting = async (): Promise<boolean> => {
  const rows = await database.sql`
    select 1 from pg_stat_activity where state = 'idle in transaction' and backend_xid is not null and datname = current_database()`;
  return rows.length > 0;
};

test('a subscriber that refuses undoes the change and its events', async () => {
  const { position } = await events.tail(null);
  events.subscribe({ id: 'no', run: () => Promise.reject(new Error('refused')) });
  await expect(database.sql.begin((tx) => events.append(tx, [event('undone.one')]))).rejects.toThrow(
    'refused',
  );
  await database.sql.begin((tx) => events.append(tx, [event('quiet.one')], { isQuiet: true }));
  events.subscribe({ id: 'no', run: () => Promise.resolve() });
  await expect.poll(() => typesAfter(position), { timeout: 20_000 }).toEqual(['quiet.one']);
});

test('a wake-up reaches listeners once for many calls', async () => {
  let heard = 0;
  const stop = await events.listen(() => heard++);
  for (let call = 0; call < 20; call++) events.wake();
  await expect.poll(() => heard).toBe(1);
  await stop();
});

test('partitions are there for the months to come, and making them again does nothing', async () => {
  await events.prepare(Date.now());
  const rows = await database.sql`select 1 from pg_inherits where inhparent = 'core.event'::regclass`;
  // Three months, and the one for what fits nowhere.
  expect(rows.length).toBe(4);
});

test('what was written into a month without a partition moves into it, and no start fails of it', async () => {
  // given a server that ran for longer than months were made ahead
  const now = Date.UTC(2041, 4, 20);
  const late = (type: string, month: number) => ({ ...event(type), at: Date.UTC(2041, month, 3) });
  const { position } = await events.tail(null);
  await database.sql.begin((tx) => events.append(tx, [late('late.may', 4), late('late.june', 5)]));
  await database.sql.begin((tx) => events.append(tx, [late('late.december', 11)]));
  const places = () => database.sql<{ place: string; type: string }[]>`
    select tableoid::regclass::text as place, type from core.event where type like 'late.%' order by at`;
  expect(new Set((await places()).map(({ place }) => place))).toEqual(new Set(['core.event_default']));
  // when two start at once
  await Promise.all([events.prepare(now), events.prepare(now)]);
  // then
  expect(await places()).toEqual([
    { place: 'core.event_2041_05', type: 'late.may' },
    { place: 'core.event_2041_06', type: 'late.june' },
    { place: 'core.event_default', type: 'late.december' },
  ]);
  // and whoever follows what happens sees each once
  await expect
    .poll(() => typesAfter(position), { timeout: 20_000 })
    .toEqual(['late.may', 'late.june', 'late.december']);
});

test('a month whose table a backup reads is left for the next time, and nobody waits for it', async () => {
  // given one that was made late, and somebody who reads the whole log for long
  const now = Date.UTC(2042, 2, 10);
  await database.sql.begin((tx) => events.append(tx, [{ ...event('held.march'), at: Date.UTC(2042, 2, 3) }]));
  let done!: () => void;
  const reading = database.sql.begin(async (tx) => {
    await tx`lock table core.event in access share mode`;
    await new Promise<void>((resolve) => (done = resolve));
  });
  await expect.poll(() => typeof done).toBe('function');
  // when
  await events.prepare(now);
  done();
  await reading;
  // then it is made the next time
  const place = async () =>
    (
      await database.sql`select tableoid::regclass::text as place from core.event where type = 'held.march'`
    )[0];
  expect(await place()).toEqual({ place: 'core.event_default' });
  await events.prepare(now);
  expect(await place()).toEqual({ place: 'core.event_2042_03' });
});
