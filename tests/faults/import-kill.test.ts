import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../core/access/index.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { bytesOf, ended, importParts, type ImportParts } from '../support/import-services.ts';

const script = fileURLToPath(new URL('./import-process.ts', import.meta.url));
const rows = 20_000;
const actor = systemActor;

let database: TestDatabase;
let parts: ImportParts;
beforeAll(async () => {
  database = await testDatabase();
  parts = await importParts(database.sql);
});
afterAll(() => database.close());

const position = async (id: string): Promise<number> => (await parts.imports.get(actor, id)).position;

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function file(): Promise<string> {
  const lines = ['name,email'];
  // Every hundredth row is bad: rejections must not be lost or doubled either.
  for (let row = 1; row <= rows; row++)
    lines.push(row % 100 === 0 ? `Person ${row},no address` : `Person ${row},person${row}@example.org`);
  return lines.join('\n');
}

test('killed again and again and resumed, no row is lost or doubled', { timeout: 180_000 }, async () => {
  const row = await parts.imports.create(actor, {
    target: 'contact',
    name: 'c.csv',
    bytes: bytesOf(await file()),
  });
  await parts.imports.start(actor, row.id);
  let kills = 0;
  for (let before = 0; kills < 3 && before < rows; kills++) {
    const child = await startProcess();
    let now = before;
    while (now === before) {
      now = await position(row.id);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    before = await position(row.id);
  }
  expect(await position(row.id)).toBeLessThan(rows);

  const stop = await parts.runJobs(database.url);
  expect(await ended(parts, row.id)).toBe('completed');
  await stop();

  expect(await parts.imports.get(actor, row.id)).toMatchObject({
    position: rows,
    created: 19_800,
    rejected: 200,
  });
  const [count] = await parts.sql`
    select (select count(*) from data.contact) as records, (select count(distinct email) from data.contact) as different,
      (select count(*) from core.event where type = 'contact.created') as events,
      (select count(*) from core.import_rejected where import_id = ${row.id}) as rejected,
      (select count(*) from core.job) as jobs`;
  expect(count).toEqual({ records: 19_800, different: 19_800, events: 19_800, rejected: 200, jobs: 0 });
});

test('stopped by a person it stands still, and goes on when told', { timeout: 120_000 }, async () => {
  const row = await parts.imports.create(actor, {
    target: 'contact',
    name: 'c.csv',
    bytes: bytesOf(await file()),
  });
  const stop = await parts.runJobs(database.url);
  await parts.imports.start(actor, row.id);
  while ((await position(row.id)) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await parts.imports.stop(actor, row.id);
  expect(await ended(parts, row.id)).toBe('stopped');
  const stood = await position(row.id);
  expect(stood).toBeLessThan(rows);
  await parts.imports.start(actor, row.id);
  expect(await ended(parts, row.id)).toBe('completed');
  await stop();
  expect(await parts.imports.get(actor, row.id)).toMatchObject({
    position: rows,
    created: 19_800,
    rejected: 200,
  });
});
