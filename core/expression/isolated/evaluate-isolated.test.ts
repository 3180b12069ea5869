import { afterAll, expect, test } from 'vitest';
import { closePool, evaluateIsolated, ExpressionError, hostKey, type Value } from '../index.ts';
import { env } from '../tests/scope.ts';

afterAll(() => closePool());

test('what the closures leave out runs here, with the step’s clock', async () => {
  const scope = { orders: [{ total: 3, lines: [{ sku: 'a' }] }] };
  const run = (source: string) => evaluateIsolated({ source, scope, env });
  expect(await run('orders.lines.{"sku": sku, "total": %.total}')).toEqual({ sku: 'a', total: 3 });
  expect(await run("$now('[Y0001]-[M01]')")).toBe('2026-02');
  expect(await run('orders ~> |lines|{"sku": "b"}|')).toMatchObject([{ lines: [{ sku: 'b' }] }]);
});

test('host functions are answered from answers, and say what they need', async () => {
  const need = { name: 'get', args: ['account', 'a1'] };
  const source = "$get('account', id).name";
  const scope = { id: 'a1' };
  await expect(evaluateIsolated({ source, scope, env })).rejects.toMatchObject({
    code: 'expression.host-needed',
    needs: need,
    expression: source,
  });
  const answers = { [hostKey(need)]: { name: 'Lakeside' } };
  expect(await evaluateIsolated({ source, scope, env: { ...env, answers } })).toBe('Lakeside');
});

test('what is logged comes along', async () => {
  const logs: Value[] = [];
  const log = (value: Value): void => void logs.push(value);
  const source = '$map([1, 2], function($v) { $log($v) })';
  expect(await evaluateIsolated({ source, scope: {}, env: { ...env, log } })).toEqual([1, 2]);
  expect(logs).toEqual([1, 2]);
});

test('bindings are seen, and a name that does not exist is an error there too', async () => {
  const bindings = { subject: { stage: 'won' }, count: 3 };
  const run = (source: string) => evaluateIsolated({ source, scope: {}, env: { ...env, bindings } });
  expect(await run('$subject.stage')).toBe('won');
  // A binding does not take the place of a function.
  expect(await run('$count([1, 2])')).toBe(2);
  await expect(run('$sbject.stage')).rejects.toBeInstanceOf(ExpressionError);
});

test('many at once are answered each', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => evaluateIsolated({ source: 'n * 2', scope: { n }, env })),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => n * 2));
});
