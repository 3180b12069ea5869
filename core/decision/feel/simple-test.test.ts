import fc from 'fast-check';
import { unaryTest } from 'feelin';
import { expect, test } from 'vitest';
import { holds, simpleTest } from './simple-test.ts';

const number = fc.integer({ min: -5, max: 5 });
const text = fc.constantFrom('a', 'b', 'c d');
const range = fc
  .record({ open: fc.constantFrom('[', ']'), close: fc.constantFrom('[', ']'), low: number, size: fc.nat(4) })
  .map(({ open, close, low, size }) => `${open}${low}..${low + size}${close}`);
const comparison = fc
  .record({ sign: fc.constantFrom('<', '<=', '>', '>=', '='), number })
  .map((each) => `${each.sign} ${each.number}`);
const ofNumbers = fc.oneof(number.map(String), range, comparison, fc.constant('null'));
const ofTexts = fc.oneof(
  text.map((each) => `"${each}"`),
  fc.constantFrom('true', 'null', '5'),
);

const cellOf = (test: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const list = fc.array(test, { minLength: 1, maxLength: 3 }).map((each) => each.join(', '));
  return fc.oneof(
    list,
    list.map((each) => `not(${each})`),
    fc.constant('-'),
  );
};

// A text in a range of numbers is left out: the interpreter lets it pass, and DMN does not.
test.each([
  ['numbers', cellOf(ofNumbers), fc.oneof(number, fc.constant(null))],
  ['texts', cellOf(ofTexts), fc.oneof(text, fc.boolean(), fc.constant(null))],
] as const)('a simple cell of %s says what the interpreter says', (_name, cell, value) => {
  const given: fc.Arbitrary<string | number | boolean | null> = value;
  fc.assert(
    fc.property(cell, given, (source, each) => {
      const simple = simpleTest(source, 'any');
      const said = unaryTest(source, { '?': each }).value === true;
      expect([source, each, holds(simple!, each)]).toEqual([source, each, said]);
    }),
    { numRuns: 1_000 },
  );
});

test.each(['? > 5', 'amount', '< amount', '"a" + "b"', '!= 5', '< "b"'])(
  '%s is for the interpreter',
  (source) => {
    expect(simpleTest(source, 'any')).toBeNull();
  },
);

test('dates are days where the column holds dates', () => {
  const simple = simpleTest('[date("2026-01-01")..@"2026-01-31"]', 'date');
  expect(holds(simple!, Date.parse('2026-01-31'))).toBe(true);
  expect(holds(simple!, Date.parse('2026-02-01'))).toBe(false);
});
