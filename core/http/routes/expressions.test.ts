/** Expressions tried while somebody writes them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type Answer, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
let deal: { entity: string; id: string };

beforeAll(async () => {
  world = await appWorld();
  const account = await world.call('admin', 'POST', '/api/records/account', {
    name: 'Acme',
    officeLocation: 'Oslo',
  });
  const made = await world.call('admin', 'POST', '/api/records/opportunity', {
    name: 'GTX 500',
    account: account.body['id'],
    amount: { amount: '25000.00', currency: 'USD' },
  });
  deal = { entity: 'opportunity', id: String(made.body['id']) };
  await world.call('admin', 'POST', '/api/roles', {
    id: 'drawer',
    label: { en: 'Drawer', 'zh-CN': '绘制者' },
    grants: [{ entity: 'opportunity', actions: ['read'], fields: { amount: 'hidden' } }],
    permissions: ['flows.deploy'],
  });
  await world.person('Dora', ['drawer']);
});
afterAll(() => world.close());

const ask = (who: string, source: string, variables = {}): Promise<Answer> =>
  world.call(who, 'POST', '/api/expressions/evaluate', { source, record: deal, variables });

test.each([
  ['$subject.amount > 20000', true],
  ['$subject.name & " for " & $subject.account.name', 'GTX 500 for Acme'],
  ['approved ? "yes" : "no"', 'yes'],
  ['$get("account", $subject.account.id).officeLocation', 'Oslo'],
  ['$map([1..3], function($n) { $n * 2 })', [2, 4, 6]],
])('%s has the value %j', async (source, value) => {
  const { status, body } = await ask('admin', source, { approved: true });
  expect([status, body]).toMatchObject([200, { ok: true, value }]);
});

test('of the owner it reads who they are, and who leads their team', async () => {
  const lead = await world.person('Lena', ['administrator']);
  const team = await world.call('admin', 'POST', '/api/teams', { name: 'North', manager: lead });
  const owner = await world.person('Olaf', ['administrator'], String(team.body['id']));
  await world.call('admin', 'PATCH', `/api/records/opportunity/${deal.id}`, { owner });

  const { body } = await ask('admin', '[$subject.owner.name, $subject.owner.manager.(name & " " & email)]');
  expect(body['value']).toEqual(['Olaf', expect.stringMatching(/^Lena .+@/)]);
});

test('what has no value says why, in the language of whoever asks', async () => {
  expect((await ask('admin', 'amount + 1')).body).toMatchObject({
    ok: false,
    code: 'expression.name-unknown',
    name: 'amount',
  });
  const { body } = await ask('admin', '$subject.name +');
  expect(body['message']).toMatch(/^[A-Z“].*\.$/);
});

test('nobody learns by an expression what they may not see', async () => {
  const hidden = await ask('Dora', '$subject.amount > 20000');
  expect(hidden.body['ok']).toBe(false);
  const other = await ask('Dora', '$subject.account.officeLocation');
  expect(JSON.stringify(other.body)).not.toContain('Oslo');
  const found = await ask('Dora', '$find("account", {})');
  expect(JSON.stringify(found.body)).not.toContain('Acme');
});

test.each([
  ['amount * 2', 'decimal', true],
  // Its value changes by itself: an index would keep an old one.
  ['$today()', 'date', false],
  // Another way of writing dates would be another value.
  ['$string(closeDate)', 'text', false],
])('a formula %s can have an index: %j', async (expression, type, isIndexable) => {
  const preview = { kind: 'formula', expression, result: { type } };
  const { status, body } = await world.call('admin', 'POST', '/api/entities/opportunity/preview', preview);
  expect([status, body['problem'], body['isIndexable']]).toEqual([200, null, isIndexable]);
});

test('what a formula cannot read is told of the formula that is being written', async () => {
  const preview = { kind: 'formula', expression: 'nothing * 2', result: { type: 'decimal' } };
  const { body } = await world.call('admin', 'POST', '/api/entities/opportunity/preview', preview);
  expect(body['problem']).toMatchObject({
    message: expect.stringMatching(/^“this formula” reads “nothing”/),
  });
});
