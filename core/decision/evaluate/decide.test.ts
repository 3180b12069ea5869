import { describe, expect, test } from 'vitest';
import type { Variables } from '../../expression/index.ts';
import { readFile } from '../read/read-file.ts';
import { decisionOf, decisionXml, literalXml, tableXml, type TableSketch } from '../testing/table-xml.ts';
import { decide, type DecisionResult } from './decide.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

async function ask(xml: string, variables: Variables, key = 'discount'): Promise<DecisionResult> {
  const { model, findings } = await readFile(xml);
  if (model === null) throw new Error(JSON.stringify(findings.problems));
  return decide(model, { key, variables, now, timeZone: 'UTC' });
}

async function valueOf(sketch: TableSketch, variables: Variables): Promise<unknown> {
  const result = await ask(tableXml(sketch), variables);
  return result.ok ? result.outcome.value : result.error.code;
}

const overlapping: TableSketch = {
  inputs: ['amount: number'],
  outputs: ['rate: number = 30, 20, 10'],
  rules: ['> 0 | 10', '> 100 | 30', '> 50 | 20'],
};

describe('hit policies', () => {
  test.each([
    ['UNIQUE', 40, 10],
    ['UNIQUE', 200, 'decision.several-hit'],
    ['ANY', 200, 'decision.hits-differ'],
    ['FIRST', 200, 10],
    ['PRIORITY', 200, 30],
    ['RULE ORDER', 200, [10, 30, 20]],
    ['OUTPUT ORDER', 200, [30, 20, 10]],
    ['COLLECT', 200, [10, 30, 20]],
    ['UNIQUE', -1, null],
    ['COLLECT', -1, []],
  ])('%s of %s gives %s', async (hitPolicy, amount, expected) => {
    expect(await valueOf({ ...overlapping, hitPolicy }, { amount })).toEqual(expected);
  });

  test.each([
    ['SUM', 200, 60],
    ['MIN', 200, 10],
    ['MAX', 200, 30],
    ['COUNT', 200, 3],
    ['COUNT', -1, 0],
    ['SUM', -1, null],
  ])('COLLECT %s of %s gives %s', async (aggregation, amount, expected) => {
    expect(await valueOf({ ...overlapping, hitPolicy: 'COLLECT', aggregation }, { amount })).toEqual(
      expected,
    );
  });

  test('ANY lets rules with one result hit together', async () => {
    const sketch = { ...overlapping, hitPolicy: 'ANY', rules: ['> 0 | 10', '> 50 | 10'] };
    expect(await valueOf(sketch, { amount: 60 })).toBe(10);
  });

  test('sums are exact', async () => {
    const sketch = { inputs: ['a: number'], outputs: ['n: number'], rules: ['- | 0.1', '- | 0.2'] };
    expect(await valueOf({ ...sketch, hitPolicy: 'COLLECT', aggregation: 'SUM' }, { a: 1 })).toBe(0.3);
  });

  test('the default is given where no rule hits', async () => {
    expect(await valueOf({ ...overlapping, fallback: '0' }, { amount: -5 })).toBe(0);
  });
});

test('several outputs are an object; cells may be formulas', async () => {
  // given a table with a formula on both sides
  const sketch = {
    inputs: ['amount: number', 'tier: string'],
    outputs: ['rate: number', 'note: string'],
    rules: [
      '? > 10 and ? < 20 | "gold","silver" | amount * 2 | "tier " + tier',
      '- | not("gold") | 0 | "none"',
    ],
    hitPolicy: 'FIRST',
  };
  // then it gives an object of both
  expect(await valueOf(sketch, { amount: 15, tier: 'silver' })).toEqual({ rate: 30, note: 'tier silver' });
  expect(await valueOf(sketch, { amount: 15, tier: 'bronze' })).toEqual({ rate: 0, note: 'none' });
});

test('dates are texts outside and dates inside, and today is the day of whoever asks', async () => {
  const sketch = {
    inputs: ['due: date', 'made: date'],
    outputs: ['late: string'],
    rules: ['< today() | [date("2026-01-01")..date("2026-12-31")] | string(due)', '- | - | "no"'],
    hitPolicy: 'FIRST',
  };
  expect(await valueOf(sketch, { due: '2026-03-01', made: '2026-02-01' })).toBe('2026-03-01');
  expect(await valueOf(sketch, { due: '2026-03-02', made: '2026-02-01' })).toBe('no');
  expect(await valueOf(sketch, { due: 'soon', made: null })).toBe('decision.input-type');
});

test('what may not come is refused with its name', async () => {
  const sketch = { inputs: ['tier: string = "gold","silver"'], outputs: ['n: number'], rules: ['- | 1'] };
  const result = await ask(tableXml(sketch), { tier: 'tin' });
  expect(result).toMatchObject({
    error: {
      code: 'decision.input-not-allowed',
      params: { input: 'tier', value: '"tin"', allowed: '"gold","silver"' },
    },
  });
});

test('a decision sees the results of those it needs, and tells how each came about', async () => {
  // given a price that needs a tier, which needs an expression
  const xml = decisionXml(
    literalXml('turnover', 'orders * price') +
      decisionOf({
        id: 'tier',
        needs: ['turnover'],
        inputs: ['turnover: number'],
        outputs: ['tier: string'],
        rules: ['< 100 | "small"', '>= 100 | "large"'],
      }) +
      decisionOf({
        needs: ['tier'],
        inputs: ['tier: string'],
        outputs: ['rate: number'],
        rules: ['"small" | 1', '"large" | 5'],
      }),
  );
  // when it is asked
  const result = await ask(xml, { orders: 30, price: 4 });
  // then all three are told in order
  expect(result).toMatchObject({
    outcome: {
      value: 5,
      trace: [
        { decision: 'turnover', value: 120 },
        { decision: 'tier', value: 'large', rules: [2], inputs: [{ label: 'turnover', value: 120 }] },
        { decision: 'discount', value: 5, rules: [2] },
      ],
    },
  });
});
