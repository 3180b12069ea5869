import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { process as bpmn, sequence } from '../support/flow-world.ts';
import { adminKey, startRelata, type RelataProcess } from '../support/relata-process.ts';
import { refusal, type Asked, type Refusal } from './speaks.ts';
import { until } from './until.ts';

let database: TestDatabase;
let relata: RelataProcess;
let account: { id: string; version: number };

beforeAll(async () => {
  database = await testDatabase();
  relata = await startRelata({
    DATABASE_URL: database.url,
    RELATA_SECRET: 'secret-secret-secret-secret-secret',
  });
  account = await relata.call('POST', '/api/records/account', { name: 'First' });
}, 120_000);
afterAll(async () => {
  await relata?.stop();
  await database?.close();
}, 60_000);

const refused = (asked: Partial<Asked> & { json?: unknown }): Promise<Refusal> =>
  refusal(relata.url, {
    method: 'POST',
    path: '/api/records/account',
    ...asked,
    body: asked.json === undefined ? asked.body : JSON.stringify(asked.json),
  });
const countOfAccounts = async (): Promise<number> =>
  (await relata.call<{ count: number }>('GET', '/api/records/account?count=exact')).count;

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const nobody = '00000000-0000-7000-8000-000000000000';

const requests: [string, Partial<Asked> & { json?: unknown }, Partial<Refusal>][] = [
  ['JSON too deep', { body: `{"name":${deep(5_000)}}` }, { status: 422, code: 'body-deep' }],
  ['JSON deep enough to hold a parser up', { body: deep(2_000_000) }, { status: 422, code: 'body-deep' }],
  ['no JSON', { body: '{"name": ' }, { status: 400, code: 'body-not-json' }],
  [
    'text that is no UTF-8',
    { body: Buffer.from([0x7b, 0xff, 0xfe]) },
    { status: 400, code: 'body-not-json' },
  ],
  ['a body of 33 MB', { body: `"${'x'.repeat(33 * 1024 * 1024)}"` }, { status: 413, code: 'body-large' }],
  ['a list instead of an object', { json: [1] }, { status: 422, code: 'validation' }],
  ['an unknown route', { path: '/api/nothing', json: {} }, { status: 404, code: 'route-unknown' }],
  ['an unknown entity', { path: '/api/records/ghost', json: {} }, { status: 404, code: 'entity-unknown' }],
  [
    'an id that is none',
    { method: 'GET', path: '/api/records/account/5' },
    { status: 404, code: 'record-not-found' },
  ],
  [
    'an instance id that is none',
    { method: 'GET', path: '/api/instances/5' },
    { status: 422, code: 'validation' },
  ],
  [
    'a record that is not there',
    { method: 'GET', path: `/api/records/account/${nobody}` },
    { status: 404, code: 'record-not-found' },
  ],
  [
    'a flow that is not there',
    { path: '/api/flows/ghost/instances', json: {} },
    { status: 404, code: 'flow-unknown' },
  ],
  [
    'a limit that is no number',
    { method: 'GET', path: '/api/records/account?limit=many' },
    { status: 422, code: 'validation' },
  ],
  [
    'a filter that is no JSON',
    { method: 'GET', path: '/api/records/account?filter={' },
    { status: 422, code: 'validation' },
  ],
  ['a cursor that is none', { method: 'GET', path: '/api/records/account?cursor=x' }, {}],
  [
    'a wrong key',
    { headers: { authorization: 'Bearer nobody' }, json: {} },
    { status: 401, code: 'key-unknown' },
  ],
  ['no key', { headers: { authorization: '' }, json: {} }, { status: 401, code: 'signed-out' }],
  [
    'a write from another website with a cookie',
    { headers: { origin: 'https://evil.example', cookie: 'relata.session_token=x' }, json: { name: 'X' } },
    { status: 403, code: 'origin-foreign' },
  ],
  [
    'an ETag that is none',
    { method: 'PATCH', path: `/api/records/account/${nobody}`, headers: { 'if-match': 'latest' }, json: {} },
    { status: 400, code: 'etag-invalid' },
  ],
];

describe('a request that cannot be answered is, in a sentence of the reader’s language', () => {
  test.each(requests)('%s', async (_what, asked, expected) => {
    expect(await refused(asked)).toMatchObject(expected);
    expect(await countOfAccounts()).toBe(1);
  });
});

const values: [string, Record<string, unknown>, string, string][] = [
  ['a field that is not there', { name: 'A', colour: 'red' }, '/colour', 'field-unknown'],
  ['a required one missing', {}, '/name', 'required'],
  ['text for a number', { name: 'A', employees: 'many' }, '/employees', 'not-integer'],
  ['a fraction for a whole number', { name: 'A', employees: 1.5 }, '/employees', 'not-integer'],
  ['a number below what is allowed', { name: 'A', employees: -1 }, '/employees', 'number-small'],
  ['a number for text', { name: 7 }, '/name', 'not-text'],
  ['text that is too long', { name: 'A'.repeat(201) }, '/name', 'text-long'],
  ['text with a character 0', { name: 'A\u0000' }, '/name', 'text-control'],
  ['an option that is none', { name: 'A', sector: 'magic' }, '/sector', 'not-option'],
  ['an address that is none', { name: 'A', website: 'javascript:alert(1)' }, '/website', 'not-url'],
  ['an id that is none', { name: 'A', subsidiaryOf: '5' }, '/subsidiaryOf', 'not-id'],
  ['a record that is not there', { name: 'A', subsidiaryOf: nobody }, '/subsidiaryOf', 'relation-missing'],
  ['what the system keeps', { name: 'A', createdAt: '2020-01-01T00:00:00Z' }, '/createdAt', 'field-system'],
];

describe('a record with a wrong value is refused, and the place is named', () => {
  test.each(values)('%s', async (_what, json, pointer, code) => {
    const { status, errors } = await refused({ json });
    expect({ status, errors }).toMatchObject({ status: 422, errors: [{ pointer, code }] });
    expect(await countOfAccounts()).toBe(1);
  });
});

test('variables of the wrong shape are named too', async () => {
  const wrong = { items: [{ variables: {} }, { variables: 'none', more: 1 }] };
  const { errors } = await refused({ path: '/api/flows/ghost/instances', json: wrong });
  expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/items/1/variables', 'value-invalid'],
    ['/items/1/more', 'field-unknown'],
  ]);
});

test('variables of more than 8 MB are refused wherever they come from, and nothing is lost', async () => {
  // given an instance that waits for a person and for a message
  const xml = bpmn(
    'heavy',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:receiveTask id="r" messageRef="m" relata:correlationKey="order"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'r', 'e')}`,
    { extra: '<bpmn:message id="m" name="heavy-paid"/>' },
  );
  await relata.call('POST', '/api/flows', { xml });
  const instances = '/api/flows/heavy/instances';
  const { id } = await relata.call<{ id: string }>('POST', instances, { variables: { order: 'A' } });
  const items = `/api/work-items?instance=${id}`;
  const item = (await relata.call<{ items: { id: string }[] }>('GET', items)).items[0]!;
  // when each door is given too much
  const variables = { text: 'x'.repeat(8_000_000) };
  const message = { name: 'heavy-paid', correlationKey: 'A', variables };
  const doors: [string, string, unknown][] = [
    ['POST', instances, { variables }],
    ['POST', instances, { items: [{ variables }] }],
    ['POST', `/api/work-items/${item.id}/complete`, { variables }],
    ['POST', `/api/instances/${id}/variables`, { variables }],
    ['POST', '/api/messages', message],
    ['POST', '/api/signals', { name: 'heavy', variables }],
  ];
  for (const [method, path, json] of doors) {
    const problem = await refused({ method, path, json });
    const codes = problem.errors?.map(({ code }) => code);
    expect({ path, status: problem.status, codes }).toMatchObject({
      path,
      status: 422,
      codes: ['variables-large'],
    });
  }
  // then it waits as before, and goes on with what fits
  const before = await relata.call<{ items: { id: string }[] }>('GET', items);
  expect(before.items.map((one) => one.id)).toEqual([item.id]);
  await relata.call('POST', `/api/work-items/${item.id}/complete`, { variables: { size: 1 } });
  await relata.call('POST', '/api/messages', { ...message, variables: { isPaid: true } });
  await until('the end', async () => {
    const { state } = await relata.call<{ state: string }>('GET', `/api/instances/${id}`);
    return state === 'completed';
  });
  const { variables: kept } = await relata.call<{ variables: object }>('GET', `/api/instances/${id}`);
  expect(kept).toEqual({ order: 'A', size: 1, isPaid: true });
  const all = await relata.call<{ items: unknown[] }>('GET', '/api/instances?flow=heavy');
  expect(all.items).toHaveLength(1);
}, 60_000);

test('a record that was changed meanwhile answers both versions', async () => {
  await relata.call('PATCH', `/api/records/account/${account.id}`, { name: 'Second' });
  const problem = await refused({
    method: 'PATCH',
    path: `/api/records/account/${account.id}`,
    headers: { 'if-match': '"1"' },
    json: { name: 'Third' },
  });
  expect(problem).toMatchObject({ status: 412, code: 'version-conflict' });
  const text = JSON.stringify(problem);
  for (const name of ['Second', 'Third']) expect(text).toContain(name);
  expect(await relata.call('GET', `/api/records/account/${account.id}`)).toMatchObject({
    name: 'Second',
    version: 2,
  });
});

test('an Idempotency-Key answers the same twice, and refuses another request', async () => {
  const path = '/api/records/account';
  const post = (name: string): Promise<Response> =>
    fetch(relata.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminKey}`, 'idempotency-key': 'once' },
      body: JSON.stringify({ name }),
    });
  const [first, again] = [await (await post('Once')).json(), await (await post('Once')).json()];
  expect(again).toEqual(first);
  expect(await countOfAccounts()).toBe(2);
  const headers = { 'idempotency-key': 'once' };
  expect(await refused({ headers, json: { name: 'Twice' } })).toMatchObject({
    status: 422,
    code: 'idempotency-other',
  });
  expect(await countOfAccounts()).toBe(2);
});

test('what a spreadsheet would run leaves as text', async () => {
  const names = ['=HYPERLINK("http://evil.example")', '+1+1', '-1-1', '@SUM(A1)', '\t=1'];
  for (const name of names) await relata.call('POST', '/api/records/account', { name });
  const answer = await fetch(`${relata.url}/api/records/account/export?fields=name&mark=0`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  const lines = (await answer.text()).split('\r\n').map((line) => line.replace(/^"/, ''));
  expect(lines.filter((line) => /^[=+@\t-]/.test(line))).toEqual([]);
  expect(lines.filter((line) => /^'[=+@\t-]/.test(line))).toHaveLength(names.length);
});
