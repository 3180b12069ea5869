import { describe, expect, test } from 'vitest';
import { parseBoolean } from './parse-boolean.ts';
import { detectDateOrder, parseDate } from './parse-date.ts';
import { detectDecimal, parseCurrency, parseNumber } from './parse-number.ts';

describe('numbers', () => {
  test.each([
    ['1100.04', '.', '1100.04'],
    ['1,234,567.8', '.', '1234567.8'],
    ['1.234,5', ',', '1234.5'],
    ['1 234,5', ',', '1234.5'],
    ['$1,100', '.', '1100'],
    ['-€5', '.', '-5'],
    ['12.50 EUR', '.', '12.50'],
    ['¥268,000', '.', '268000'],
    ['1,00,000', '.', '100000'],
    ['(12.5)', '.', '-12.5'],
    ['.5', '.', '0.5'],
    ['007', '.', '007'],
    ['12a', '.', null],
    ['1,2', '.', null],
    ['', '.', null],
    ['-', '.', null],
    ['1.2.3', '.', null],
  ] as const)('%j with %j is %j', (text, decimal, expected) => {
    expect(parseNumber(text, decimal)).toBe(expected);
  });

  test.each([
    [['1,234.5'], '.'],
    [['1.234,5'], ','],
    [['1.234.567'], ','],
    [['12,5'], ','],
    [['1100.04'], '.'],
    [['1,234', '12'], null],
  ] as const)('%j divide decimals by %j', (values, expected) => {
    expect(detectDecimal(values)).toBe(expected);
  });

  test.each([
    ['USD 12', 'USD'],
    ['12 €', 'EUR'],
    ['12', null],
    ['¥268,000', 'CNY'],
  ])('%j is in %j', (text, expected) => {
    expect(parseCurrency(text)).toBe(expected);
  });
});

describe('dates', () => {
  test.each([
    ['2017-03-01', 'dmy', '2017-03-01'],
    ['2017/3/1', 'mdy', '2017-03-01'],
    ['2017年3月1日', 'ymd', '2017-03-01'],
    ['20170301', 'ymd', '2017-03-01'],
    ['01/03/2017', 'dmy', '2017-03-01'],
    ['01/03/2017', 'mdy', '2017-01-03'],
    ['1.3.17', 'dmy', '2017-03-01'],
    ['12 March 2017', 'ymd', '2017-03-12'],
    ['Mar 12, 2017', 'ymd', '2017-03-12'],
    ['2017-02-29', 'ymd', undefined],
    ['13/13/2017', 'dmy', undefined],
    ['soon', 'dmy', undefined],
  ] as const)('%j read as %s is %j', (text, order, expected) => {
    expect(parseDate(text, order)?.date).toBe(expected);
  });

  test.each([
    ['2017-03-01T14:30:05Z', { date: '2017-03-01', time: '14:30:05', offset: 0 }],
    ['2017-03-01 2:30 PM', { date: '2017-03-01', time: '14:30:00', offset: null }],
    ['2017-03-01 14:30 +08:00', { date: '2017-03-01', time: '14:30:00', offset: 480 }],
    ['2017-03-01 25:00', null],
  ])('%j has the time it says', (text, expected) => {
    expect(parseDate(text, 'ymd')).toEqual(expected);
  });

  test('the order is known where one value decides, and asked where none does', () => {
    expect(detectDateOrder(['01/03/2017', '31/03/2017'])).toEqual(['dmy']);
    expect(detectDateOrder(['01/03/2017', '03/31/2017'])).toEqual(['mdy']);
    expect(detectDateOrder(['01/03/2017', '02/03/2017'])).toEqual(['dmy', 'mdy']);
    expect(detectDateOrder(['2017-03-01'])).toEqual(['ymd']);
    expect(detectDateOrder(['2017-03-01', 'x'])).toEqual([]);
  });
});

test('yes and no in both languages', () => {
  expect(['Yes', '1', '是', 'no', '否', 'maybe'].map(parseBoolean)).toEqual([
    true,
    true,
    true,
    false,
    false,
    null,
  ]);
});
