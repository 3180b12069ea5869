import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../tests/support/flow-world.ts';
import { createDecisions, type Decisions } from './index.ts';
import { decisionOf, decisionXml, literalXml, tableXml } from './testing/table-xml.ts';

let world: FlowWorld;
let decisions: Decisions;

beforeAll(async () => {
  world = await flowWorld();
  decisions = createDecisions({ sql: world.sql, clock: { now: Date.now } });
});
afterAll(() => world.close());

const deploy = (xml: string) => decisions.deploy({ actor: world.admin, xml });

const rateXml = (rate: number): string =>
  tableXml({
    inputs: ['amount: number'],
    outputs: ['rate: number'],
    rules: [`< 100 | 0`, `>= 100 | ${rate}`],
  });

const asking = (id: string, decision: string, inputs = ''): string =>
  process(
    id,
    `<bpmn:startEvent id="s"/><bpmn:businessRuleTask id="t" name="Find the rate"><bpmn:extensionElements><relata:decision ${decision}>${inputs}</relata:decision></bpmn:extensionElements></bpmn:businessRuleTask><bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
  );

test('versions are kept, the same file keeps its version, and the list says what is asked and given', async () => {
  expect((await deploy(rateXml(5))).decisions).toEqual([{ key: 'discount', name: 'discount', version: 1 }]);
  expect((await deploy(rateXml(5))).decisions).toMatchObject([{ version: 1 }]);
  expect((await deploy(rateXml(7))).decisions).toMatchObject([{ version: 2 }]);
  expect((await decisions.list()).items).toMatchObject([
    {
      key: 'discount',
      version: 2,
      inputs: [{ name: 'amount', type: 'number' }],
      outputs: [{ name: '', label: 'rate', type: 'number' }],
      hitPolicy: 'UNIQUE',
      rules: 2,
    },
  ]);
  expect((await decisions.version('discount', 1)).xml).toBe(rateXml(5));
  await expect(decisions.version('nothing', 'latest')).rejects.toMatchObject({ code: 'decision-unknown' });
});

test('a file with faults deploys nothing', async () => {
  const both = decisionXml(
    literalXml('sound', '1') + decisionOf({ id: 'ill', inputs: ['a'], outputs: ['b'], rules: ['x | 1'] }),
  );
  await expect(deploy(both)).rejects.toMatchObject({
    code: 'decision-refused',
    extra: { errors: [{ code: 'feel-quotes', decision: 'ill', rule: 1, column: 'a' }] },
  });
  await expect(decisions.version('sound', 'latest')).rejects.toMatchObject({ status: 404 });
});

test('a decision is asked over HTTP in the version that is wanted', async () => {
  const ask = (version: number | 'latest', amount: number) =>
    decisions.evaluate({ key: 'discount', version, variables: { amount }, timeZone: 'UTC' });
  expect(await ask('latest', 200)).toMatchObject({ value: 7, version: 2, trace: [{ rules: [2] }] });
  expect(await ask(1, 200)).toMatchObject({ value: 5 });
  await expect(ask(9, 1)).rejects.toMatchObject({ status: 404 });
});

test('a decision that nobody asks is withdrawn, one that a flow asks stays', async () => {
  // given one that is asked, and one that is not
  await deploy(decisionXml(literalXml('asked', '1')));
  await deploy(decisionXml(literalXml('lonely', '1')));
  await world.deploy(asking('asks-one', 'ref="asked" result="one"'));
  const list = async () => (await decisions.list()).items;
  expect((await list()).find(({ key }) => key === 'asked')?.usedBy).toMatchObject([{ key: 'asks-one' }]);
  // when both are withdrawn
  await decisions.withdraw({ actor: world.admin, key: 'lonely' });
  const refused = decisions.withdraw({ actor: world.admin, key: 'asked' });
  // then only the lonely one is gone
  await expect(refused).rejects.toMatchObject({ status: 409, params: { flow: 'asks-one' } });
  expect((await list()).map(({ key }) => key)).not.toContain('lonely');
  await expect(decisions.withdraw({ actor: world.admin, key: 'lonely' })).rejects.toMatchObject({
    status: 404,
  });
});

test.each([
  ['does not end', 'count(for a in 1..10000, b in 1..10000 return a * b)'],
  ['takes all memory at once', 'count(for a in 1..100000000 return a)'],
])('what %s is ended, and the server goes on', async (_, expression) => {
  await deploy(decisionXml(literalXml('endless', expression)));
  const asked = decisions.evaluate({ key: 'endless', version: 'latest', variables: {}, timeZone: 'UTC' });
  await expect(asked).rejects.toMatchObject({ code: 'decision.too-slow' });
});

test('a flow asks for a decision in bulk, and its history and story say which rules hit', async () => {
  // given a flow that asks for the latest
  await world.deploy(asking('asks', 'ref="discount" result="rate"'));
  // when two hundred instances run
  const items = Array.from({ length: 200 }, (_, index) => ({ variables: { amount: index } }));
  const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'asks', items });
  // then each has its own result
  const last = await world.reach(ids.at(-1)!, 'completed');
  expect(last.variables).toEqual({ amount: 199, rate: 7 });
  expect((await world.reach(ids[0]!, 'completed')).variables).toEqual({ amount: 0, rate: 0 });
  // and history tells how
  const entry = (await world.history(ids[0]!)).find(({ event }) => event === 'log');
  expect(entry?.data).toMatchObject({
    decision: 'discount',
    version: 2,
    result: 0,
    trace: [{ rules: [1], inputs: [{ label: 'amount', value: 0 }] }],
  });
  const { items: lines } = await world.flows.story({ actor: world.admin, id: ids[0]! });
  expect(lines.map(({ text }) => text)).toContain('story.decided');
});

test('the version is the latest, the one at deployment, or a number', async () => {
  // given flows that ask in three ways
  await world.deploy(asking('at-latest', 'ref="discount" version="latest" result="rate"'));
  await world.deploy(asking('at-deployment', 'ref="discount" version="deployment" result="rate"'));
  await world.deploy(asking('at-one', 'ref="discount" version="1" result="rate"'));
  // when the table changes after
  await new Promise((resolve) => setTimeout(resolve, 5));
  await deploy(rateXml(9));
  // then each asks its own
  const rateOf = async (flow: string): Promise<unknown> =>
    (await world.reach(await world.start(flow, { amount: 100 }), 'completed')).variables?.['rate'];
  expect(await rateOf('at-latest')).toBe(9);
  expect(await rateOf('at-deployment')).toBe(7);
  expect(await rateOf('at-one')).toBe(5);
});

test('a flow that asks for what is not there is refused; one that passes on too little is warned', async () => {
  await expect(world.deploy(asking('wrong', 'ref="no-such"'))).rejects.toMatchObject({
    extra: { errors: [{ element: 't', code: 'decision-unknown' }] },
  });
  const { warnings } = await world.flows.deploy({
    actor: world.admin,
    xml: asking('little', 'ref="discount"', '<relata:input name="other" value="1"/>'),
  });
  expect(warnings).toMatchObject([{ element: 't', code: 'decision-input-missing' }]);
});

test('a value of the wrong type stops the instance with a sentence that names it', async () => {
  const id = await world.start('asks', { amount: 'many' });
  const { incidents } = await world.reach(id, 'incident');
  expect(incidents).toMatchObject([{ element: 't', code: 'decision.input-type' }]);
});

test('a draft is tried without being deployed', async () => {
  const xml = rateXml(3);
  const tried = await decisions.try({
    actor: world.admin,
    xml,
    key: 'discount',
    rows: [{ amount: 500 }, { amount: 'x' }],
  });
  expect(tried).toMatchObject({
    errors: [],
    decisions: [{ key: 'discount', inputs: [{ name: 'amount' }] }],
    rows: [
      { ok: true, outcome: { value: 3 } },
      { ok: false, code: 'decision.input-type' },
    ],
  });
  expect((await decisions.version('discount', 'latest')).version).toBe(3);
});
