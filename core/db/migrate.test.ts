import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a migrated database has nothing left to run', async () => {
  expect(await migrate(database.sql)).toEqual([]);
});

test('a migration that was changed after it ran is refused by name', async () => {
  await database.sql`update core.migration set checksum = 'other' where name = '0001-schemas.sql'`;
  await expect(migrate(database.sql)).rejects.toThrow('0001-schemas.sql');
});
