import { describe, expect, it } from 'vitest';
import { resultOf } from './calculation.ts';
import { kindOf, readCalculation } from './read-calculation.ts';
import { writeCalculation } from './write-calculation.ts';

describe('a calculation', () => {
  it.each([
    ['$days($today(), due)', 'days'],
    ['$months(boughtOn, $today())', 'months'],
    ['$addDays(lentOn, 14)', 'later'],
    ['price * quantity', 'numbers'],
    ['price / 12', 'numbers'],
    ["firstName & ', ' & account.name", 'texts'],
    ["due < $today() and state != 'returned'", 'check'],
  ])('%s is read as %s, and written as it was', (source, kind) => {
    const calculation = readCalculation(source);

    expect(kindOf(source)).toBe(kind);
    if (calculation) expect(writeCalculation(calculation)).toBe(source);
  });

  it.each(['price * quantity + 1', '$days(a)', '$sum(lines.price)', 'price *', ''])(
    '%s stays a formula of one’s own',
    (source) => {
      expect(kindOf(source)).toBeNull();
    },
  );

  it.each([
    ['money', '*', 'integer', 'money'],
    ['integer', '*', 'money', 'money'],
    ['money', '-', 'money', 'money'],
    ['money', '/', 'integer', 'money'],
    ['money', '/', 'money', 'decimal'],
    ['decimal', '/', 'money', 'decimal'],
    ['money', '*', 'money', 'decimal'],
    ['integer', '+', 'integer', 'integer'],
  ] as const)('%s %s %s gives %s', (left, sign, right, type) => {
    expect(resultOf('numbers', { left, sign, right })).toEqual({ type });
  });
});
