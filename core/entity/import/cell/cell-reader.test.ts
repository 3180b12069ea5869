import { expect, test } from 'vitest';
import type { FieldDefinition } from '../../definition.ts';
import type { ColumnMapping } from '../mapping.ts';
import { CellProblem } from './cell-problem.ts';
import { cellReader } from './cell-reader.ts';

const context = {
  timeZone: 'Asia/Shanghai',
  optionLabels: (_: string, value: string) => (value === 'won' ? ['Won', '赢单'] : []),
};
const options = [{ value: 'won' }, { value: 'lost', label: { en: 'Gone' } }];

function read(definition: FieldDefinition, text: string, mapping: Partial<ColumnMapping> = {}): unknown {
  const field = { id: 'x', definition, labels: [] };
  const value = cellReader(field, { column: 0, field: 'x', ...mapping }, context)(text);
  return value instanceof CellProblem ? value.code : value;
}

test.each<[FieldDefinition, string, Partial<ColumnMapping>, unknown]>([
  [{ type: 'integer' }, '1,234', {}, '1234'],
  [{ type: 'decimal' }, '1.234,5', { decimal: ',' }, '1234.5'],
  [{ type: 'decimal' }, 'many', {}, 'import-number'],
  [{ type: 'money' }, '4514', {}, '4514'],
  [{ type: 'money' }, '€ 12.50', {}, { amount: '12.50', currency: 'EUR' }],
  [{ type: 'money' }, '12.50', { currency: 'CNY' }, { amount: '12.50', currency: 'CNY' }],
  [{ type: 'boolean' }, '是', {}, true],
  [{ type: 'date' }, '1/3/2017', { dateOrder: 'dmy' }, '2017-03-01'],
  [{ type: 'date' }, '31/3/2017', { dateOrder: 'mdy' }, 'import-date-mdy'],
  [{ type: 'dateTime' }, '2017-03-01 08:00', {}, '2017-03-01T00:00:00.000Z'],
  [{ type: 'dateTime' }, '2017-03-01T08:00:00Z', {}, '2017-03-01T08:00:00.000Z'],
  [{ type: 'select', options }, 'WON', {}, 'won'],
  [{ type: 'select', options }, '赢单', {}, 'won'],
  [{ type: 'select', options }, 'gone', {}, 'lost'],
  [{ type: 'select', options }, 'maybe', {}, 'import-option'],
  [{ type: 'select', options }, 'maybe', { unmatched: 'empty' }, null],
  [{ type: 'multiSelect', options }, 'won; Gone', {}, ['won', 'lost']],
  [{ type: 'tags' }, 'a、b,,c', {}, ['a', 'b', 'c']],
  [{ type: 'text' }, '=1+1', {}, '=1+1'],
])('%j reads %j with %j', (definition, text, mapping, expected) => {
  expect(read(definition, text, mapping)).toEqual(expected);
});
