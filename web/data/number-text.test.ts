import { expect, test } from 'vitest';
import type { MetaField } from './meta.ts';
import { inputNumber, numberText, readNumber } from './number-text.ts';

const field = (more: Partial<MetaField>): MetaField => ({
  id: 'n',
  type: 'decimal',
  label: 'N',
  access: 'write',
  ...more,
});

test('a unit stands behind the number, without a space where it is Chinese', () => {
  expect(numberText(field({ unit: 'kg' }), 1_250.5)).toBe('1,250.5\u{A0}kg');
  expect(numberText(field({ unit: '人' }), 3)).toBe('3人');
  expect(numberText(field({}), 3)).toBe('3');
  const sum = field({ type: 'rollup', result: { type: 'decimal', unit: 'kg' } });
  expect(numberText(sum, 3)).toBe('3\u{A0}kg');
});

test('a share is read and written as a percentage, with as many places in every row', () => {
  const share = field({ format: 'percent', scale: 3 });
  expect([0.41, 0.417, 1].map((value) => numberText(share, value))).toEqual(['41.0%', '41.7%', '100.0%']);
  expect(inputNumber(share, 0.07)).toBe('7');
  expect(readNumber(share, '7')).toBe(0.07);
  expect(readNumber(share, '12.5')).toBe(0.125);
  expect(readNumber(field({}), '12.5')).toBe(12.5);
});
