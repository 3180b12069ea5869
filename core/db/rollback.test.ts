import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { despiteRollback } from './rollback.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('two that wait for each other both go through, one after the other', async () => {
  // given
  const { sql } = database;
  await sql`create table pot (id int primary key, taken int not null)`;
  await sql`insert into pot values (1, 0), (2, 0)`;
  let tries = 0;
  let arrived = 0;
  const both = Promise.withResolvers<void>();
  const take = (first: number, second: number) =>
    despiteRollback(() => {
      tries++;
      return sql.begin(async (tx) => {
        await tx`update pot set taken = taken + 1 where id = ${first}`;
        if (++arrived === 2) both.resolve();
        await both.promise;
        await tx`update pot set taken = taken + 1 where id = ${second}`;
      });
    });
  // when
  await Promise.all([take(1, 2), take(2, 1)]);
  // then
  expect(tries).toBeGreaterThan(2);
  expect(await sql`select taken from pot order by id`).toEqual([{ taken: 2 }, { taken: 2 }]);
  // and what is wrong for good is told at once
  tries = 0;
  const wrong = () => {
    tries++;
    return sql`select nothing from pot`;
  };
  await expect(despiteRollback(async () => wrong())).rejects.toThrow('nothing');
  expect(tries).toBe(1);
});
