import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('more transactions at once than there are connections, each asking beside itself too, all end', async () => {
  // given
  const { sql } = database;
  // when
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, place) =>
      sql.begin(async (tx) => {
        await tx`select 1`;
        const [beside] = await sql<{ place: number }[]>`select ${place}::int as place`;
        return beside?.place;
      }),
    ),
  );
  // then
  expect(answers).toEqual(Array.from({ length: 40 }, (_, place) => place));
});

test('one that fails leaves its place to the next', async () => {
  // given
  const { sql } = database;
  const fails = () => sql.begin((tx) => tx`select 1 / 0`);
  // when
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, fails));
  // then
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await sql.begin(async (tx) => (await tx`select 1 as one`)[0])).toEqual({ one: 1 });
});
