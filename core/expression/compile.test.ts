import { describe, expect, test } from 'vitest';
import en from '../locales/expression.en.json' with { type: 'json' };
import zh from '../locales/expression.zh-CN.json' with { type: 'json' };
import {
  compile,
  evaluateCondition,
  evaluateFormula,
  ExpressionError,
  hostKey,
  toExpressionRecord,
  type Value,
} from './index.ts';
import { env } from './tests/scope.ts';

describe('what is known about an expression', () => {
  test.each([
    ['amount > 5 and order.total > $limit', { roots: ['amount', 'order'], bindings: ['limit'] }],
    ['$exists(a) ? a : b', { roots: ['a', 'b'] }],
    ['items[price > 5].name', { roots: ['items'] }],
    ['$map(items, function($i) { $i.x + tax })', { roots: ['items', 'tax'], bindings: [] }],
    ['$$.amount', { roots: ['amount'] }],
  ])('names: %s', (source, expected) => {
    expect(compile(source)).toMatchObject(expected);
  });

  test.each([
    ['$subject.product.salesPrice * 2', [['product', 'salesPrice']]],
    ['$subject.(amount > 5 and account.name = "x")', [['amount'], ['account', 'name']]],
    [
      '$subject.lines[price > 5].total',
      [
        ['lines', 'price'],
        ['lines', 'total'],
      ],
    ],
    ['$string($subject)', [[]]],
  ])('paths: %s', (source, expected) => {
    const { paths } = compile(source);
    expect(paths.filter((p) => p.root === '$subject').map((p) => p.path)).toEqual(
      expect.arrayContaining(expected),
    );
  });

  test('literal $get calls', () => {
    expect(compile("$get('account', $subject.account.id).name & $get('user', owner)").gets).toEqual([
      { entity: 'account', id: { root: '$subject', path: ['account', 'id'] } },
      { entity: 'user', id: { root: '$$', path: ['owner'] } },
    ]);
  });

  test('the same source is read once', () => {
    expect(compile('1 + 1')).toBe(compile('1 + 1'));
  });

  test.each(['a.%.b', 'a@$x.b', 'a#$i', '$f := $pad(?, 5)', '$formatNumber(1, "0")', '$now("[Y]")'])(
    '%s is left to the isolated interpreter',
    (source) => {
      expect(compile(source).isSync).toBe(false);
      expect(() => compile(source).evaluate({}, env)).toThrow(ExpressionError);
    },
  );
});

test('a condition must be a boolean', () => {
  expect(evaluateCondition(compile('a > 1'), { a: 2 }, env)).toBe(true);
  expect(() => evaluateCondition(compile('a'), { a: null }, env)).toThrow(/null instead of true or false/);
  expect(() => evaluateCondition(compile('a'), { a: 1 }, env)).toThrow(/gave 1/);
});

test('a formula is empty where an operand is, and says every other error', () => {
  expect(evaluateFormula(compile('a * 2'), { a: null }, env)).toBe(null);
  expect(evaluateFormula(compile('$uppercase(a)'), { a: null }, env)).toBe(null);
  expect(() => evaluateFormula(compile('a / 0'), { a: 1 }, env)).toThrow(/division by zero/);
});

test('an error says where, in what, and what to do', () => {
  const error = caught(() => compile('total + missingName').evaluate({ total: 1 }, env));
  expect(error).toMatchObject({
    code: 'expression.name-unknown',
    params: { name: 'missingName' },
    expression: 'total + missingName',
    position: 19,
    input: { total: 1 },
  });
  expect(error.message).toContain('missingName');
  expect(caught(() => compile('1 +'))).toMatchObject({ code: 'expression.syntax.S0207', position: 3 });
});

test('a host function is answered at once, from answers, or says what it needs', () => {
  const compiled = compile("$get('account', id).name");
  const id = 'a1';
  const need = caught(() => compiled.evaluate({ id }, env)).needs;
  expect(need).toEqual({ name: 'get', args: ['account', id] });
  const answers = { [hostKey({ name: 'get', args: ['account', id] })]: { name: 'Lakeside' } };
  expect(compiled.evaluate({ id }, { ...env, answers })).toBe('Lakeside');
  const functions = { get: (entity: Value) => ({ name: entity }) };
  expect(compiled.evaluate({ id }, { ...env, functions })).toBe('account');
  expect(compiled.hostFunctions).toEqual(['get']);
});

test('$log tells and gives back; $currency makes money', () => {
  const logs: Value[] = [];
  expect(compile('$log(a.b) + 1').evaluate({ a: { b: 1 } }, { ...env, log: (v) => logs.push(v) })).toBe(2);
  expect(logs).toEqual([1]);
  expect(compile("$currency(12.5, 'USD')").evaluate({}, env)).toEqual({ amount: '12.50', currency: 'USD' });
});

test('a record is bound with money and decimals as numbers', () => {
  const types: Record<string, string> = { amount: 'money', share: 'decimal', name: 'text' };
  const record = { amount: { amount: '12.50', currency: 'USD' }, share: '0.25', name: 'A', x: undefined };
  expect(toExpressionRecord(record, (field) => types[field])).toEqual({
    amount: 12.5,
    share: 0.25,
    name: 'A',
    x: null,
  });
});

test('both languages have every sentence; the Chinese ones take no English words in', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  const placeholders = Object.values(zh).flatMap((text) => text.match(/\{\{(?:side|left|right)\}\}/g) ?? []);
  expect(placeholders).toEqual([]);
});

function caught(act: () => unknown): ExpressionError {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
