import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { createFiles, type Files } from './files.ts';

let database: TestDatabase;
let files: Files;
beforeAll(async () => {
  database = await testDatabase();
  files = createFiles({ sql: database.sql });
});
afterAll(() => database.close());

async function* stream(...parts: Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}
const chunkCount = async (): Promise<number> =>
  (await database.sql<{ n: number }[]>`select count(*) as n from core.file_chunk`)[0]!.n;

test('bytes come out as they went in, over piece borders', async () => {
  const parts = [randomBytes(700_000), randomBytes(1_500_000), randomBytes(3)];
  const stored = await files.write({ name: 'x', bytes: stream(...parts), createdBy: 'test' });
  expect(stored).toMatchObject({ size: 2_200_003, name: 'x' });
  const read: Buffer[] = [];
  for await (const piece of files.read(stored.id)) read.push(piece);
  expect(Buffer.concat(read).equals(Buffer.concat(parts))).toBe(true);
  await files.remove(stored.id);
  await expect(files.info(stored.id)).rejects.toMatchObject({ status: 404 });
  expect(await chunkCount()).toBe(0);
});

test('a file beyond the limit is refused and leaves nothing', async () => {
  const bytes = stream(Buffer.alloc(2_000_000), Buffer.alloc(2_000_000));
  await expect(files.write({ name: 'x', bytes, createdBy: 'test', limit: 3_145_728 })).rejects.toMatchObject({
    status: 413,
    code: 'file-large',
    params: { megabytes: 3 },
  });
  expect(await chunkCount()).toBe(0);
});

test('an upload that breaks off leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.alloc(1_100_000);
    throw new Error('connection lost');
  }
  await expect(files.write({ name: 'x', bytes: broken(), createdBy: 'test' })).rejects.toThrow(
    'connection lost',
  );
  expect(await chunkCount()).toBe(0);
});

test.each([
  ['text/plain', Buffer.from('<script>alert(1)</script>')],
  ['image/png', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ['application/octet-stream', Buffer.from('7f454c4600', 'hex')],
])('the type is %s by content', async (type, bytes) => {
  const stored = await files.write({ name: 'a.html', bytes: stream(bytes), createdBy: 'test' });
  expect((await files.info(stored.id)).type).toBe(type);
});
