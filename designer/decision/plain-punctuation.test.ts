import { expect, test } from 'vitest';
import { plainPunctuation } from './plain-punctuation.ts';

test('what a Chinese keyboard gives is what the table understands', () => {
  expect(plainPunctuation('＜60')).toBe('<60');
  expect(plainPunctuation('“一般”')).toBe('"一般"');
  expect(plainPunctuation('”紧急”，“一般”')).toBe('"紧急","一般"');
  expect(plainPunctuation('［1..5］')).toBe('[1..5]');
  expect(plainPunctuation('not（“东区”、“西区”）')).toBe('not("东区","西区")');
  expect(plainPunctuation('≥ 100')).toBe('>= 100');
});

test('what stands in quotation marks stays as it was written', () => {
  expect(plainPunctuation('"甲，乙（丙）"')).toBe('"甲，乙（丙）"');
  expect(plainPunctuation('“甲，乙”')).toBe('"甲，乙"');
  expect(plainPunctuation('"a \\" ，b"，1')).toBe('"a \\" ，b",1');
});
