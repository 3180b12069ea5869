import { expect, test } from 'vitest';
import { Problem } from '../errors.ts';
import { asProblem, preferredLocale } from './problem.ts';

test('a lost database is 503, an unknown failure is 500, a problem stays itself', () => {
  expect(asProblem(Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })).status).toBe(503);
  expect(asProblem(new Error('a bug')).status).toBe(500);
  const problem = new Problem({ status: 418, code: 'teapot' });
  expect(asProblem(problem)).toBe(problem);
});

test('the reader’s language is taken from the first preference', () => {
  expect(preferredLocale('zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh-CN');
  expect(preferredLocale('de,en')).toBe('en');
  expect(preferredLocale(null)).toBe('en');
});
