import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../access/index.ts';
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { enqueue, fail, revive } from '../../job/index.ts';
import { bytesOf, ended, importParts, type ImportParts } from '../../../tests/support/import-services.ts';
import { csvLine } from '../export/csv-cell.ts';
import type { ImportChange } from './imports.ts';
import type { ImportRow } from './import-row.ts';
import { reasonText, rejectedCsv } from './rejected.ts';

let database: TestDatabase;
let parts: ImportParts;
let stopJobs: () => Promise<void>;
const actor = systemActor;

beforeAll(async () => {
  database = await testDatabase();
  parts = await importParts(database.sql);
  stopJobs = await parts.runJobs(database.url);
});
afterAll(async () => {
  await stopJobs();
  await database.close();
});

const upload = (target: string, ...texts: (string | Buffer)[]): Promise<ImportRow> =>
  parts.imports.create(actor, { target, name: 'test.csv', bytes: bytesOf(...texts) });

async function run(target: string, text: string, change: ImportChange = {}): Promise<ImportRow> {
  const made = await upload(target, text);
  await parts.imports.change(actor, made.id, change);
  await parts.imports.start(actor, made.id);
  await ended(parts, made.id);
  return parts.imports.get(actor, made.id);
}

const all = async (entity: string, filter = {}) =>
  (await parts.records.list({ actor, entity, filter, sort: ['name'], limit: 200 })).items;

const rejected = async (row: ImportRow) =>
  parts.sql<{ line: number; codes: string[] }[]>`
    select line, array(select jsonb_array_elements(reasons)->>'code') as codes
    from core.import_rejected where import_id = ${row.id} order by row`;

describe('an import', () => {
  test('writes records with events that name it', async () => {
    const row = await run('product', 'product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,"4,821"\n');
    expect(row).toMatchObject({ state: 'completed', created: 2, rejected: 0, position: 2 });
    expect(await all('product')).toMatchObject([
      { name: 'GTX Basic', series: 'GTX', salesPrice: { amount: '550.00', currency: 'USD' } },
      { name: 'GTX Pro', salesPrice: { amount: '4821.00' } },
    ]);
    const [events] = await parts.sql<{ n: number }[]>`
      select count(*) as n from core.event where cause->>'import' = ${row.id} and type = 'product.created'`;
    expect(events!.n).toBe(2);
  });

  test('that was set aside goes on when its job is tried again', async () => {
    // given
    const { sql } = parts;
    const made = await upload('product', 'product,series\nLate One,LATE\nLate Two,LATE\n');
    await sql`update core.import set state = 'failed', problem = '{"code": "import-broke-off", "params": {}}' where id = ${made.id}`;
    const dueAt = Date.now();
    const payload = { import: made.id };
    const [job] = await sql.begin(async (tx) => {
      const ids = await enqueue(tx, [{ kind: 'import.run', lane: 3, dueAt, payload }]);
      await fail(tx, ids, 'The server ended.');
      return ids;
    });
    // when
    expect(await revive(sql, [job!], dueAt)).toEqual([job]);
    // then
    await expect
      .poll(() => parts.imports.get(actor, made.id), { timeout: 20_000 })
      .toMatchObject({
        state: 'completed',
        created: 2,
        problem: null,
      });
    expect(await sql`select 1 from core.job where id = ${job!}`).toHaveLength(0);
  });

  test('rejects bad rows with reasons, and the rest goes on', async () => {
    const big = 'x'.repeat(10_000_000);
    const row = await run(
      'contact',
      `name,email,account\nAnn,ann@example.org,\n,noname@example.org,\nBob,no address,\n"Eve,e@example.org,\nToo,many,columns,here\n${big},b@example.org,\nCid,,Nowhere\nDan,dan@example.org,\n`,
    );
    expect(row).toMatchObject({ state: 'completed', created: 2, rejected: 6 });
    expect(await rejected(row)).toMatchObject([
      { line: 3, codes: ['required'] },
      { line: 4, codes: ['not-email'] },
      { line: 5, codes: ['import-quote-open'] },
      { line: 6, codes: ['import-columns'] },
      { line: 7, codes: ['import-row-long'] },
      { line: 8, codes: ['import-record-unmatched'] },
    ]);
  });

  test('matches records that stand further down in the same file, over any depth', async () => {
    const row = await run(
      'account',
      'name,subsidiary of\nBranch,Division\nDivision,HQ\nHQ,\nLost,Nowhere\nLoop A,Loop B\nLoop B,Loop A\n',
    );
    expect(row).toMatchObject({ state: 'completed', created: 3, rejected: 3, deferred: 0, position: 6 });
    const branch = (await all('account', { name: 'Branch' }))[0];
    expect(branch).toMatchObject({ subsidiaryOf: { title: 'Division' } });
  });

  test('updates by key, also when a key comes twice in the file', async () => {
    const text =
      'name,email,city\nAnn B.,ann@example.org,Ulm\nNew,new@example.org,Bern\nNewer,NEW@example.org,\n';
    const row = await run('contact', text, { options: { duplicates: 'update', keys: ['email'] } });
    expect(row).toMatchObject({ created: 1, updated: 2, rejected: 0 });
    expect(await all('contact', { email: 'ann@example.org' })).toMatchObject([
      { name: 'Ann B.', city: 'Ulm' },
    ]);
    expect(await all('contact', { email: 'new@example.org' })).toMatchObject([
      { name: 'Newer', city: 'Bern' },
    ]);
  });

  test('skips what is there when told so', async () => {
    const text = 'name,email\nOther,ann@example.org\nOnly,only@example.org\n';
    const row = await run('contact', text, { options: { duplicates: 'skip', keys: ['email'] } });
    expect(row).toMatchObject({ created: 1, skipped: 1 });
  });

  test('makes people, their managers and teams', async () => {
    const text =
      'sales_agent,manager,regional_office\nAnna,Dustin,Central\nCecily,Dustin,Central\nKami,Summer,West\n';
    const row = await run('user', text, {
      options: { roles: ['sales.seller'], managerRoles: ['sales.manager'] },
    });
    expect(row).toMatchObject({ state: 'completed', created: 3 });
    const [dustin] = await parts.sql<{ id: string }[]>`select id from core."user" where name = 'Dustin'`;
    expect((await parts.identity.actorFor(dustin!.id)).teamUserIds).toHaveLength(3);
  });

  test('finds owners by name, without regard to case', async () => {
    const row = await run('account', 'name,owner\nOwned,ANNA \nUnowned,Nobody\n');
    expect(row).toMatchObject({ created: 1, rejected: 1 });
    expect((await all('account', { name: 'Owned' }))[0]).toMatchObject({ owner: { title: 'Anna' } });
  });
});

describe('the preview', () => {
  test('says what would happen, why not, and what was meant, and keeps nothing', async () => {
    const text = 'opportunity_id,product,deal_stage\nA1,GTXPro,Won\nA2,GTX Basic,Lost\nA3,GTXPro,Wonn\n';
    const made = await upload('opportunity', text);
    const seen = await parts.imports.preview(actor, made.id);
    expect(seen).toMatchObject({ checked: 3, isWhole: true, created: 1, rejected: 2 });
    expect(seen.unmatched).toMatchObject([
      {
        field: 'product',
        kind: 'record',
        entity: 'product',
        values: [{ value: 'GTXPro', count: 2, suggestion: 'GTX Pro' }],
      },
      { field: 'stage', kind: 'option', values: [{ value: 'Wonn', count: 1, suggestion: 'won' }] },
    ]);
    expect(await all('opportunity')).toEqual([]);
    const mapping = made.mapping.map((each) =>
      each.field === 'product'
        ? { ...each, values: { GTXPro: 'GTX Pro' } }
        : each.field === 'stage'
          ? { ...each, values: { Wonn: 'won' } }
          : each,
    );
    await parts.imports.change(actor, made.id, { mapping });
    expect(await parts.imports.preview(actor, made.id)).toMatchObject({
      created: 3,
      rejected: 0,
      unmatched: [],
    });
  });

  test('counts a row that names another one of the file as what it will be', async () => {
    const made = await upload('account', 'name,subsidiary_of\nSub,Parent X\nParent X,\n');
    expect(await parts.imports.preview(actor, made.id)).toMatchObject({
      created: 2,
      rejected: 0,
      waiting: 0,
    });
  });
});

describe('rejected rows', () => {
  test('are told by the labels of their fields, in the language of the reader', () => {
    const reason = { code: 'not-unique-together', params: { fields: 'name, email' }, field: 'email' };
    const said = (locale: 'en' | 'zh-CN'): string =>
      reasonText(reason, { registry: parts.registry, locale, target: 'contact' });
    expect(said('en')).toContain('Name, E-mail');
    expect(said('zh-CN')).toContain('姓名、电子邮件');
  });

  test('come down with reasons and are imported again, mended', async () => {
    const row = await run('contact', 'name,email,about\nZed,bad,=1+1\nYan,yan@example.org,\n');
    expect(row).toMatchObject({ created: 1, rejected: 1 });
    let csv = '';
    for await (const piece of rejectedCsv(parts.sql, row, { registry: parts.registry, locale: 'en' }))
      csv += piece;
    expect(csv.split('\r\n')[1]).toMatch(/^Zed,bad,'=1\+1,1,/);
    const again = await parts.imports.repair(
      actor,
      row.id,
      bytesOf(csv.replace('Zed,bad', 'Zed,zed@example.org')),
    );
    expect(again).toMatchObject({ parent: row.id, state: 'ready' });
    await parts.imports.start(actor, again.id);
    await ended(parts, again.id);
    expect(await all('contact', { email: 'zed@example.org' })).toMatchObject([
      { name: 'Zed', about: '=1+1' },
    ]);
  });
});

test('what was exported comes back as it was, formulas, handles and wide signs too', async () => {
  const texts = ['=1+1', '@ann', '-', '＝2', "'=quoted", '+49 151'];
  const guarded = texts
    .map((about, place) => csvLine([`F${place}`, `f${place}@example.org`, about]))
    .join('');
  const row = await run('contact', `name,email,about\r\n${guarded}`);
  expect(row).toMatchObject({ created: texts.length, rejected: 0 });
  expect(row.source.sample[0]).toEqual(['F0', 'f0@example.org', '=1+1']);
  for (const [place, about] of texts.entries())
    expect(await all('contact', { email: `f${place}@example.org` })).toMatchObject([{ about }]);
});

describe('a file that is no table is refused with a reason', () => {
  test.each([
    ['import-spreadsheet', Buffer.from('504b030414000600', 'hex')],
    ['import-empty', ' \n'],
    ['import-not-csv', '{"a": [1, 2]}'],
    ['import-not-csv', '<!doctype html><html></html>'],
    ['import-binary', Buffer.from('0001020304', 'hex')],
  ])('%s', async (code, content) => {
    await expect(upload('contact', content)).rejects.toMatchObject({ status: 422, code });
  });

  test('and nothing of it stays', async () => {
    const [row] = await parts.sql<{ n: number }[]>`
      select count(*) as n from core.file f where not exists (select 1 from core.import i where i.file_id = f.id)`;
    expect(row!.n).toBe(0);
  });
});

describe('what is not ready does not run', () => {
  test.each<[string, string, ImportChange]>([
    ['import-required', 'x\ny\n', { mapping: [{ column: 0, field: 'city' }] }],
    ['import-nothing-mapped', 'x\ny\n', { mapping: [{ column: 0, field: null }] }],
    ['import-keys-missing', 'name\ny\n', { options: { duplicates: 'update' } }],
  ])('%s', async (code, text, change) => {
    const made = await upload('contact', text);
    await parts.imports.change(actor, made.id, change);
    await expect(parts.imports.start(actor, made.id)).rejects.toMatchObject({ status: 422, code });
  });

  test('dates that read two ways are asked', async () => {
    const made = await upload('opportunity', 'name,close date\nA,01/02/2017\n');
    await expect(parts.imports.start(actor, made.id)).rejects.toMatchObject({ code: 'import-date-order' });
  });

  test('fills a list of records from one cell, by their titles, with whatever stands between them', async () => {
    await run('contact', 'name\nKay Delacroix\n"Moss, Inc."\nNia Fairweather\n');
    const row = await run(
      'opportunity',
      'name,contacts\nOne,Kay Delacroix; Nia Fairweather\nTwo,"Moss, Inc."\nThree,"kay delacroix、Nia Fairweather"\nFour,Kay Delacroix; Nobody\n',
    );
    expect(row).toMatchObject({ created: 3, rejected: 1 });
    expect(await rejected(row)).toMatchObject([{ line: 5, codes: ['import-record-unmatched'] }]);
    const names = (await all('opportunity')).map(({ name, contacts }) => [
      name,
      (contacts as { title: string }[]).map(({ title }) => title),
    ]);
    expect(names).toEqual([
      ['One', ['Kay Delacroix', 'Nia Fairweather']],
      ['Three', ['Kay Delacroix', 'Nia Fairweather']],
      ['Two', ['Moss, Inc.']],
    ]);
  });
});
