import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../core/access/index.ts';
import type { ImportChange, ImportRow } from '../../core/entity/import/index.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { ended, importParts, type ImportParts } from '../support/import-services.ts';

const folder = fileURLToPath(new URL('../../../shared/data/crm-sales-opportunities/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.warn(`The data of a real sales team is not at ${folder}: its import is not tested.`);
const actor = systemActor;

describe.skipIf(!isThere)('the four files of a real sales team', () => {
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

  const upload = (target: string, name: string): Promise<ImportRow> =>
    parts.imports.create(actor, { target, name, bytes: createReadStream(folder + name) });
  const run = async (row: ImportRow, change: ImportChange = {}): Promise<ImportRow> => {
    await parts.imports.change(actor, row.id, change);
    await parts.imports.start(actor, row.id);
    await ended(parts, row.id);
    return parts.imports.get(actor, row.id);
  };
  const withValues = (row: ImportRow, field: string, values: Record<string, string>): ImportChange => ({
    mapping: row.mapping.map((each) => (each.field === field ? { ...each, values } : each)),
  });

  test('people: 35 agents under 6 managers in 3 offices', async () => {
    const row = await upload('user', 'sales_teams.csv');
    expect(row.mapping.map((each) => each.field)).toEqual(['name', 'manager', 'team']);
    const roles = { roles: ['sales.seller'], managerRoles: ['sales.manager'] };
    expect(await run(row, { options: roles })).toMatchObject({ created: 35, rejected: 0 });
    const [count] = await parts.sql`
      select (select count(*) from core."user") as people, (select count(*) from core.team where parent_id is null) as offices,
        (select count(*) from core.team where manager_id is not null) as teams`;
    expect(count).toEqual({ people: 41, offices: 3, teams: 6 });
  });

  test('products and accounts, with the misspelt sector mended by the value table', async () => {
    expect(await run(await upload('product', 'products.csv'))).toMatchObject({ created: 7, rejected: 0 });
    const row = await upload('account', 'accounts.csv');
    expect(row.mapping.every((each) => each.field !== null)).toBe(true);
    const seen = await parts.imports.preview(actor, row.id);
    expect(seen.unmatched).toMatchObject([
      { field: 'sector', values: [{ value: 'technolgy', suggestion: 'technology' }] },
    ]);
    const done = await run(row, withValues(row, 'sector', { technolgy: 'technology' }));
    expect(done).toMatchObject({ created: 85, rejected: 0, deferred: 0 });
    const [tree] = await parts.sql`select count(*) as n from data.account where subsidiary_of_id is not null`;
    expect(tree!['n']).toBe(15);
  });

  test('8,800 opportunities, where GTXPro is the product GTX Pro', async () => {
    const row = await upload('opportunity', 'sales_pipeline.csv');
    expect(row.mapping.map((each) => each.field)).toEqual([
      'name',
      'owner',
      'product',
      'account',
      'stage',
      'engageDate',
      'closeDate',
      'amount',
    ]);
    const seen = await parts.imports.preview(actor, row.id);
    expect(seen).toMatchObject({ checked: 8800, isWhole: true, rejected: 1480 });
    expect(seen.unmatched).toMatchObject([
      { field: 'product', kind: 'record', values: [{ value: 'GTXPro', count: 1480, suggestion: 'GTX Pro' }] },
    ]);
    const done = await run(row, withValues(row, 'product', { GTXPro: 'GTX Pro' }));
    expect(done).toMatchObject({ state: 'completed', created: 8800, rejected: 0 });
    const { rows } = await parts.records.aggregate({
      actor,
      entity: 'opportunity',
      group: [{ field: 'stage' }],
      measures: [{ function: 'count' }, { function: 'sum', field: 'amount' }],
    });
    const counts = Object.fromEntries(rows.map(({ group, values }) => [group['stage'], values['count']]));
    expect(counts).toEqual({ won: 4238, lost: 2473, engaging: 1589, prospecting: 500 });
    const won = rows.find(({ group }) => group['stage'] === 'won')!;
    expect(won.values['sum.amount']).toEqual([{ amount: '10005534.00', currency: 'USD' }]);
    const [open] = await parts.sql`select count(*) as n from data.opportunity where account_id is null`;
    expect(open!['n']).toBe(1425);
  });
});
