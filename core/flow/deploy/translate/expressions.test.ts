import { describe, expect, test } from 'vitest';
import { compile, evaluateNow } from '../../step/evaluate.ts';
import type { Variables } from '../../step/types.ts';
import { feelToJsonata } from './feel.ts';
import { juelToJsonata } from './juel.ts';

const valueOf = (source: string | null, scope: Variables) =>
  evaluateNow(compile(source!), scope, {
    bindings: {},
    now: 0,
    timeZone: 'UTC',
    isStrict: true,
    log: () => {},
  });

describe('expressions of Camunda 7, Operaton and Flowable', () => {
  test.each([
    ['${approved}', { approved: true }, true],
    ['#{a == 1 && b}', { a: 1, b: true }, true],
    ['${a == 1 && !b || c}', { a: 1, b: true, c: false }, false],
    ['${amount gt 100 and status ne "new"}', { amount: 200, status: 'old' }, true],
    ["${status.equals('new')}", { status: 'new' }, true],
    ['${items.size() >= 2}', { items: [1, 2] }, true],
    ['${not (a > 1)}', { a: 1 }, true],
    ['${empty name ? "none" : name}', { name: '' }, 'none'],
    ["${execution.getVariable('x') + 1}", { x: 2 }, 3],
    ['Order ${order.id}', { order: { id: 7 } }, 'Order 7'],
    [
      '${nrOfCompletedInstances / nrOfInstances >= 0.5}',
      { numberOfCompletedInstances: 1, numberOfInstances: 2 },
      true,
    ],
    ['${list[0].name}', { list: [{ name: 'a' }] }, 'a'],
    ['${(a + b) * 2}', { a: 1, b: 2 }, 6],
    ["${name.contains('vip')}", { name: 'a vip account' }, true],
    ["${names.contains('b')}", { names: ['a', 'b'] }, true],
    ["${order['id']}", { order: { id: 7 } }, 7],
    ['${empty amount}', { amount: 0 }, false],
    ['${empty flag || empty list}', { flag: false, list: [] }, true],
    ['Sum ${a + b}, ${a > b}', { a: 1, b: 2 }, 'Sum 3, false'],
    ["${a == 'x\\'y'}", { a: "x'y" }, true],
  ])('%s', (text, scope, value) => expect(valueOf(juelToJsonata(text), scope)).toEqual(value));

  test.each([
    '${bean.run(x)}',
    '${list[i]}',
    'a ${map{b}} c',
    '${service.find()}',
    '${a ==}',
    '${a # b}',
    `\${${'('.repeat(200)}a}`,
  ])('%s has no counterpart', (text) => expect(juelToJsonata(text)).toBeNull());
});

describe('expressions of Camunda 8', () => {
  test.each([
    ['=approved', { approved: false }, false],
    ['= amount > 100 and not(blocked)', { amount: 200, blocked: false }, true],
    ['="a" + name', { name: 'b' }, 'ab'],
    ['=if n > 1 then "many" else "one"', { n: 1 }, 'one'],
    ['=count(items) = 2 or string length(name) > 3', { items: [1, 2], name: 'x' }, true],
    ['=items[1]', { items: ['first', 'second'] }, 'first'],
    ['=duration("PT5M")', {}, 'PT5M'],
    ['=["a", "b"]', {}, ['a', 'b']],
    ['=items[-1]', { items: ['first', 'last'] }, 'last'],
    ['=max(1, n, 2)', { n: 5 }, 5],
    ['="two\\nlines"', {}, 'two\nlines'],
  ])('%s', (text, scope, value) => expect(valueOf(feelToJsonata(text), scope)).toEqual(value));

  test.each([
    '=some x in list satisfies x > 1',
    '=get value(a, "b")',
    '={a: 1}',
    '=items[i]',
    '=items[price > limit]',
    '=now() + duration("P3D")',
  ])('%s has no counterpart', (text) => expect(feelToJsonata(text)).toBeNull());
});
