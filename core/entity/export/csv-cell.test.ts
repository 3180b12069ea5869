import { expect, test } from 'vitest';
import { csvCell, csvLine, plainCell } from './csv-cell.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['\n=1', `"'\n=1"`],
  ['＝1+1', "'＝1+1"],
  ["'=1+1", "''=1+1"],
  ["'tis", "'tis"],
  ['+49 151 2345', "'+49 151 2345"],
  ['-12.50', '-12.50'],
  ['+4915112345', '+4915112345'],
  ['-1e5', '-1e5'],
  ['plain', 'plain'],
  ['say "hi"', '"say ""hi"""'],
  ['a,b', '"a,b"'],
  [' x', '" x"'],
  ['', ''],
])('%j is written as %j', (text, expected) => {
  expect(csvCell(text)).toBe(expected);
});

test('lines end as spreadsheets expect', () => {
  expect(csvLine(['a', 'b,c'])).toBe('a,"b,c"\r\n');
});

test.each(['=1+1', "'=1+1", "''@a", '-', '－1', '+49 151', '-12.50', "'tis", "'", '', 'plain'])(
  '%j comes back as it was',
  (text) => {
    expect(plainCell(csvCell(text))).toBe(text);
  },
);
