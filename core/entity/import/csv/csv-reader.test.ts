import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvReader } from './csv-reader.ts';
import type { CsvRecord, Dialect } from './record.ts';

const comma: Dialect = { delimiter: ',', newline: '\n' };

function read(text: string, piece = 7, dialect = comma): CsvRecord[] {
  const reader = new CsvReader(dialect);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...reader.push(text.slice(at, at + piece)));
  return [...records, ...reader.end()];
}
const cells = (text: string): string[][] => read(text).map((record) => record.cells);

describe('well-formed text', () => {
  test('quotes, doubled quotes, line breaks in cells, CRLF and blank lines', () => {
    const text = 'a,b\r\n"1,2","say ""hi"""\r\n\r\n"two\nlines",x';
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1,2', 'say "hi"'],
      ['two\nlines', 'x'],
    ]);
  });

  test('whatever is written comes back, however the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '中'), maxLength: 6 });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, piece) => {
          const width = rows[0]!.length;
          const table = rows.map((r) => Array.from({ length: width }, (_, i) => r[i] ?? ''));
          const text = table.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n');
          expect(read(text, piece).map((record) => record.cells)).toEqual(table);
        },
      ),
    );
  });

  test('lines are counted as an editor shows them', () => {
    expect(read('a,b\n"x\ny",1\n\nc,d').map((record) => record.line)).toEqual([1, 2, 5]);
  });
});

describe('a bad row is named and the rest is read', () => {
  test('wrong number of columns, but empty cells at the end are forgiven', () => {
    const records = read('a,b\n1,2,3\n4\n5,6,,\n7,8');
    expect(records.map((r) => r.problem?.code ?? r.cells.join())).toEqual([
      'a,b',
      'import-columns',
      'import-columns',
      '5,6',
      '7,8',
    ]);
    expect(records[1]!.problem!.params).toEqual({ expected: 2, found: 3 });
  });

  test.each([
    ['never closed', 'a,b\n"x,1\ny,2\nz,3', 'import-quote-open'],
    ['closed by a quote further down', 'a,b\n"x,1\ny,"2"\nz,3', 'import-quote-stray'],
    ['followed by text', 'a,b\n"x"s,1\ny,"2"\nz,3', 'import-quote-stray'],
  ])('a quote %s costs one line', (_, text, code) => {
    const records = read(text);
    expect(records.map((r) => r.problem?.code ?? r.cells.join())).toEqual(['a,b', code, 'y,2', 'z,3']);
  });

  test.each([
    ['plain', 'x'.repeat(10_000_000)],
    ['quoted', `"${'x'.repeat(10_000_000)}"`],
    ['quoted with line breaks', `"${'long text\n'.repeat(1_000_000)}"`],
  ])('a cell of 10 MB, %s, costs its row and no memory', (_, big) => {
    const records = read(`a,b\n1,${big}\n2,${big}\n3,z`, 65_536);
    expect(records.map((r) => r.problem?.code ?? r.cells.join())).toEqual([
      'a,b',
      'import-row-long',
      'import-row-long',
      '3,z',
    ]);
    expect(records[1]!.raw!.length).toBeLessThanOrEqual(2_000);
  });
});
