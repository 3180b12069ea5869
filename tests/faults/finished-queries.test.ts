import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Bytes of old heap that a finished query leaves over, in a process of its own whose old heap nobody clears meanwhile. */
async function leftOver(...options: string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--expose-gc',
      '--max-semi-space-size=1',
      '--initial-old-space-size=400',
      ...options,
      fileURLToPath(new URL('old-heap-growth.ts', import.meta.url)),
      database.url,
    ],
    { cwd: root },
  );
  return Number(stdout);
}

test('a finished query is given back young: the old heap, which is cleared in pauses, does not grow by it', async () => {
  expect(await leftOver('--import', './core/db/mend-driver.ts')).toBeLessThan(300);
  // and without the mend it grows, or the mend could go
  expect(await leftOver()).toBeGreaterThan(600);
});
