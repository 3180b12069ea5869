import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../../access/index.ts';
import { defineEntity, text } from '../../index.ts';
import { bringUp } from '../../schema/bring-up.ts';
import type { ImportRow } from '../import-row.ts';
import { defaultOptions } from '../mapping.ts';
import { withFirstLoad } from './first-load.ts';

const visit = defineEntity({
  id: 'visit',
  title: 'name',
  search: ['name'],
  fields: { name: text(), code: text({ unique: true }) },
});
const lead = defineEntity({ id: 'lead', title: 'name', search: ['name'], fields: { name: text() } });
const registry = { entity: (id: string) => (id === 'lead' ? lead : visit) };

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld([visit, lead]);
});
afterAll(() => world.close());
beforeEach(() => world.sql`truncate data.lead`);

const indexes = async (): Promise<number> => {
  const rows = await world.sql`select 1 from pg_indexes where schemaname = 'data' and tablename = 'lead'`;
  return rows.length;
};

/** An import whose file is a hundred bytes a row; nothing else of it is read here. */
const importOf = (rows: number, target = 'lead'): ImportRow =>
  ({
    id: '019a0000-0000-7000-8000-000000000000',
    target,
    position: 0,
    mapping: [{ column: 0, field: 'name' }],
    options: defaultOptions,
    source: { size: rows * 100, sample: [['x'.repeat(100)]] },
    // The cast: the rest of the row is about who runs it and how far it is.
  }) as unknown as ImportRow;

const duringLoad = async (row: ImportRow, end: 'done' | 'stopped' | 'left' = 'done'): Promise<number> => {
  let seen = -1;
  await withFirstLoad({ sql: world.sql, registry }, row, async () => {
    seen = await indexes();
    return end;
  });
  return seen;
};

test('a large file into an empty table: only the key stays, and all are there at the end', async () => {
  const before = await indexes();
  expect(await duringLoad(importOf(60_000))).toBe(1);
  expect(await indexes()).toBe(before);
  const valid = await world.sql`
    select 1 from pg_index where indrelid = 'data.lead'::regclass and not indisvalid`;
  expect(valid).toHaveLength(0);
});

test('they are built too when somebody stops it, or it breaks off', async () => {
  const before = await indexes();
  await duringLoad(importOf(60_000), 'stopped');
  expect(await indexes()).toBe(before);
  const broken = withFirstLoad({ sql: world.sql, registry }, importOf(60_000), () =>
    Promise.reject(new Error('the connection was lost')),
  );
  await expect(broken).rejects.toThrow('the connection was lost');
  expect(await indexes()).toBe(before);
});

test('a server that stops leaves them to its next start', async () => {
  const before = await indexes();
  await duringLoad(importOf(60_000), 'left');
  expect(await indexes()).toBe(1);
  await bringUp(world.sql, [visit, lead]);
  expect(await indexes()).toBe(before);
});

test('whoever goes on with it elsewhere builds them', async () => {
  const before = await indexes();
  await duringLoad(importOf(60_000), 'left');
  const changes = Array.from({ length: 200 }, (_, at) => ({
    op: 'create' as const,
    entity: 'lead',
    values: { name: `Lead ${at}` },
  }));
  for (let times = 0; times < 30; times++) await world.records.write({ actor, changes });
  expect(await duringLoad({ ...importOf(60_000), position: 6_000 })).toBe(1);
  expect(await indexes()).toBe(before);
});

test('not for a small file, and not where people already work with the records', async () => {
  const before = await indexes();
  expect(await duringLoad(importOf(1_000))).toBe(before);
  for (let times = 0; times < 31; times++)
    await world.records.write({
      actor,
      changes: Array.from({ length: 200 }, () => ({ op: 'create', entity: 'lead', values: { name: 'L' } })),
    });
  expect(await duringLoad(importOf(60_000))).toBe(before);
});

test('not where rows look for other rows', async () => {
  const before = await indexes();
  const row = { ...importOf(60_000), options: { ...defaultOptions, duplicates: 'skip' as const } };
  expect(await duringLoad(row)).toBe(before);
});
