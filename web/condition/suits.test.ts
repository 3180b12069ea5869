import { expect, test } from 'vitest';
import { isNumeric, operatorsFor, startValue } from './suits.ts';

test('an auto-number such as P-0001 is compared as the text that it is', () => {
  expect(isNumeric('autoNumber')).toBe(false);
  expect(operatorsFor('autoNumber', 'is')).toContain('contains');
  const choice = { trail: ['Number'], type: 'autoNumber', options: [] };
  expect(startValue('number', choice)).toEqual({ path: 'number', operator: 'is', value: '' });
  expect(startValue('fee', { ...choice, type: 'money' })).toEqual({
    ...{ path: 'fee', operator: 'over', value: 0 },
  });
});
