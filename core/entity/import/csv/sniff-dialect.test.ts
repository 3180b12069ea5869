import { expect, test } from 'vitest';
import { hasHeaderRow, sniffDialect } from './sniff-dialect.ts';

test.each([
  [',', 'name,price\n"Smith; Sons",1\n"a;b",2\n'],
  [';', 'name;price\nSmith, Sons;1,50\nJones, Ltd;2,75\n'],
  ['\t', 'name\tprice\nA, B\t1\n'],
  ['|', 'name|price\nA|1\n'],
  [',', 'name\nA\nB'],
])('the delimiter %j is found', (delimiter, text) => {
  expect(sniffDialect(text)).toEqual({ delimiter, newline: '\n' });
});

test('old line breaks are read', () => {
  expect(sniffDialect('a,b\r1,2\r')).toEqual({ delimiter: ',', newline: '\r' });
});

test.each([
  [
    true,
    [
      ['name', 'price'],
      ['Bolt', '3'],
    ],
  ],
  [
    false,
    [
      ['Bolt', '3'],
      ['Nut', '4'],
    ],
  ],
  [
    false,
    [
      ['ann@example.org', 'Ann'],
      ['bob@example.org', 'Bob'],
    ],
  ],
  [false, [['x', 'x']]],
])('a header row: %s', (expected, rows) => {
  expect(hasHeaderRow(rows)).toBe(expected);
});
