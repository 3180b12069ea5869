import { expect, test } from 'vitest';
import { policyOf } from './policy-of.ts';

test.each([
  [undefined, 'UNIQUE'],
  [{}, 'UNIQUE'],
  [{ hitPolicy: 'OUTPUT ORDER' }, 'OUTPUT ORDER'],
  [{ hitPolicy: 'COLLECT' }, 'COLLECT'],
  [{ hitPolicy: 'COLLECT', aggregation: 'SUM' }, 'COLLECT SUM'],
])('a table drawn with %j is explained as %s', (table, policy) => {
  expect(policyOf(table)).toBe(policy);
});
