import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { bytesOf, ended, importParts, type ImportParts } from '../../../../tests/support/import-services.ts';
import { systemActor as actor } from '../../../access/index.ts';
import { keptUntil } from './kept-days.ts';
import { removeOldImports } from './remove-old-imports.ts';

const day = 86_400_000;
let database: TestDatabase;
let parts: ImportParts;
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  database = await testDatabase();
  parts = await importParts(database.sql);
  stopJobs = await parts.runJobs(database.url);
});
afterAll(async () => {
  await stopJobs();
  await database.close();
});

const upload = () =>
  parts.imports.create(actor, {
    target: 'contact',
    name: 'a.csv',
    bytes: bytesOf('name,email\nAnn,\nBob,nothing\n'),
  });
const count = async () =>
  (
    await parts.sql<{ imports: number; files: number }[]>`
    select (select count(*) from core.import) as imports, (select count(*) from core.file) as files`
  )[0];

test('an import goes with its file when its time is over: seven days unused, thirty after its end', async () => {
  const unused = await upload();
  const used = await upload();
  await parts.imports.start(actor, used.id);
  await ended(parts, used.id);
  const done = await parts.imports.get(actor, used.id);
  const repair = await parts.imports.repair(actor, used.id, null);
  expect(keptUntil(unused)!.getTime() - unused.createdAt.getTime()).toBe(7 * day);
  expect(keptUntil(done)!.getTime() - done.endedAt!.getTime()).toBe(30 * day);

  expect(await removeOldImports(parts.sql, Date.now() + 6 * day)).toBe(0);
  expect(await removeOldImports(parts.sql, Date.now() + 8 * day)).toBe(2);
  await expect(parts.imports.get(actor, repair.id)).rejects.toMatchObject({ status: 404 });
  expect(await count()).toEqual({ imports: 1, files: 1 });

  expect(await removeOldImports(parts.sql, Date.now() + 29 * day)).toBe(0);
  expect(await removeOldImports(parts.sql, Date.now() + 31 * day)).toBe(1);
  expect(await count()).toEqual({ imports: 0, files: 0 });
  const rejected = await parts.sql`select 1 from core.import_rejected`;
  expect(rejected).toHaveLength(0);
});

test('one that is being mended in another stays as long as that one', async () => {
  const used = await upload();
  await parts.imports.start(actor, used.id);
  await ended(parts, used.id);
  await parts.imports.repair(actor, used.id, null);
  await parts.sql`update core.import set ended_at = now() - interval '40 days' where id = ${used.id}`;
  expect(await removeOldImports(parts.sql, Date.now())).toBe(0);
});

test('an upload that broke off goes after a day', async () => {
  await parts.sql`insert into core.file (id, name, created_by, created_at)
    values (gen_random_uuid(), 'x', 'test', now() - interval '2 days'), (gen_random_uuid(), 'y', 'test', now())`;
  expect(await parts.files.removeUnfinished(new Date(Date.now() - day))).toBe(1);
});
