import { expect, test } from 'vitest';
import { kindOfFault } from './live-fault.ts';

const unknown = (name: string) => ({ code: 'expression.name-unknown', name });

test('before there is a record to try it on, the record that an expression reads is no mistake', () => {
  expect(kindOfFault(unknown('$subject'), { isWaiting: true })).toBe('no-record');
  expect(kindOfFault(unknown('$record'), { isWaiting: true })).toBe('no-record');
  expect(kindOfFault(unknown('$subjekt'), { isWaiting: true })).toBe('wrong');
  expect(kindOfFault(unknown('$subject'), { isWaiting: false })).toBe('wrong');
});

test('what only a running flow knows is no mistake either', () => {
  expect(kindOfFault(unknown('decision'), { isWaiting: false })).toBe('later');
  expect(kindOfFault({ code: 'expression.type-wrong' }, { isWaiting: true })).toBe('wrong');
});
