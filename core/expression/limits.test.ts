/** What a hostile or careless expression does: a sentence within its limits, never a process that hangs. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  closePool,
  compile,
  evaluateIsolated,
  ExpressionError,
  type Environment,
  type Value,
  type Variables,
} from './index.ts';
import { env } from './tests/scope.ts';

afterAll(() => closePool());

const endless = '($f := function($n) { $f($n + 1) }; $f(0))';
const deep = '($f := function($n) { 1 + $f($n) }; $f(0))';
const doubling = "$reduce([1..40], function($t, $i) { $t & $t }, 'xxxxxxxxxxxxxxxx')";

const hostile: [string, string, string][] = [
  ['recursion in tail position', endless, 'expression.limit'],
  ['recursion that nests', deep, 'expression.limit'],
  ['a huge range', '[1..9000000]', 'expression.limit'],
  [
    'nested loops',
    '$map([1..2000], function($i) { $map([1..2000], function($j) { $i * $j }) })',
    'expression.limit',
  ],
  ['text that doubles', doubling, 'expression.limit'],
  ['huge padding', "$pad('x', 1000000000)", 'expression.limit'],
  ['look-ahead', '$contains(text, /(?=a)b/)', 'expression.regex-refused'],
  ['back-reference', '$contains(text, /(a)\\1/)', 'expression.regex-refused'],
  ['$eval', "$eval('1')", 'expression.function-refused'],
];

const scope: Variables = { text: `${'a'.repeat(40)}!` };

describe.each([
  ['closures', (source: string, e: Environment) => compile(source).evaluate(scope, e)],
  ['isolated', (source: string, e: Environment) => evaluateIsolated({ source, scope, env: e })],
])('%s', (_name, evaluate: (source: string, e: Environment) => Value | Promise<Value>) => {
  test.each(hostile)('%s is stopped', async (_what, source, code) => {
    const startedAt = performance.now();
    const error = await caught(() => evaluate(source, env));
    expect(error.code).toBe(code);
    expect(error.expression).toBe(source);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  test('a regular expression that backtracks elsewhere takes no time', async () => {
    const startedAt = performance.now();
    expect(await evaluate('$contains(text, /(a+)+$/)', env)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  test('recursion in tail position may be long', async () => {
    const count = '($f := function($n) { $n = 0 ? "end" : $f($n - 1) }; $f(5000))';
    expect(await evaluate(count, { ...env, limits: { timeMs: 20_000 } })).toBe('end');
  });
});

test('time is a limit of its own', () => {
  const slow = { ...env, limits: { steps: 1e9, timeMs: 30 } };
  expect(() => compile(endless).evaluate({}, slow)).toThrow(/30/);
});

test('a thread that is killed is replaced, and others go on meanwhile', async () => {
  // jsonata's own distinct compares everything with everything and asks nobody in between.
  const many = Array.from({ length: 60_000 }, (_, index) => ({ index }));
  const stuck = {
    source: '$count($distinct(many))',
    scope: { many },
    env: { ...env, limits: { timeMs: 200 } },
  };
  const quick = { source: '$formatNumber(1234.5, "#,##0.00")', scope: {}, env };
  const first = caught(() => evaluateIsolated(stuck));
  const second = caught(() => evaluateIsolated(stuck));
  expect(await evaluateIsolated(quick)).toBe('1,234.50');
  expect((await first).code).toBe('expression.limit');
  expect((await second).code).toBe('expression.limit');
  expect(await evaluateIsolated(quick)).toBe('1,234.50');
});

test('data that nests deeper than the stack is refused with a sentence', () => {
  let nested: Value = 1;
  for (let depth = 0; depth < 50_000; depth++) nested = [nested];
  expect(() => compile('nested').evaluate({ nested }, env)).toThrow(ExpressionError);
  expect(() => compile('nested = other').evaluate({ nested, other: [nested] }, env)).toThrow(ExpressionError);
  expect(() => compile("nested & ''").evaluate({ nested }, env)).toThrow(ExpressionError);
});

test('source that nests too deep or is too long is refused with a sentence', () => {
  expect(() => compile(`${'('.repeat(9000)}1${')'.repeat(9000)}`)).toThrow(ExpressionError);
  expect(() => compile(`${'['.repeat(400)}1${']'.repeat(400)}`)).toThrow(ExpressionError);
  expect(() => compile(`1${'+1'.repeat(20_000)}`)).toThrow(ExpressionError);
});

async function caught(act: () => Value | Promise<Value>): Promise<ExpressionError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
