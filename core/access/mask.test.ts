import { expect, test } from 'vitest';
import { mask, maskExamples } from './mask.ts';

test('given a type of field, then its own pattern hides the value', () => {
  expect(mask('13812341234', 'phone')).toBe('138****1234');
  expect(mask('+8613812341234', 'phone')).toBe('+86138****1234');
  expect(mask('+4912345', 'phone')).toBe('+***45');
  expect(mask('anna@shop.example', 'email')).toBe('a***@shop.example');
  expect(mask('张三', 'text')).toBe('张***');
  expect(mask('6222020200112233', 'text')).toBe('622****2233');
  expect([mask(42, 'integer'), mask('2026-01-01', 'date'), mask(null, 'phone')]).toEqual([null, null, null]);
});

test('every example is what its mask makes', () => {
  expect(maskExamples()).toMatchObject({ phone: '138****1234', email: 'a***@shop.example', select: '***' });
});
