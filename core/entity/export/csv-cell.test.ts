import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv-cell.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
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
