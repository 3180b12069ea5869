import { expect, test } from 'vitest';
import { readList, readObject, writeList, writeObject } from './object-source.ts';

test.each([
  [`{ "stage": 'won', "note": "a, b: {c}" }`, ['stage', "'won'"], ['note', '"a, b: {c}"']],
  [`{"amount": $round($subject.amount * 2, 2)}`, ['amount', '$round($subject.amount * 2, 2)']],
  [`{"a": x ? 1 : 2}`, ['a', 'x ? 1 : 2']],
  ['{}'],
])('%s is read as its members, and written back the same', (source, ...members) => {
  const pairs = members.map(([name = '', value = '']) => ({ name, value }));
  expect(readObject(source)).toEqual(pairs);
  expect(readObject(writeObject(pairs))).toEqual(pairs);
});

test.each(['$subject', '{ name: 1 }', '{"a": 1', 'list{a: 1}', '{"a": 1}.a', '$merge([{"a": 1}, {"b": 2}])'])(
  '%s stays an expression',
  (source) => {
    expect(readObject(source)).toBeNull();
  },
);

test('a list is read as its items', () => {
  expect(readList(`['a', "b, c", f(1, 2)]`)).toEqual(["'a'", '"b, c"', 'f(1, 2)']);
  expect(writeList(["'a'", '2'])).toBe("['a', 2]");
  expect(readList('list')).toBeNull();
  expect(readList('[1][0]')).toBeNull();
});
