import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test('a parallel gateway splits to all and joins when every flow has brought a token', async () => {
  // given two branches
  const flow = new Driver(await loadFlow('parallel-gateway')).start();
  expect(flow.waiting).toEqual(['a', 'b']);
  // when one is done
  flow.fire('b');
  // then the join waits
  expect(flow.summary.tokens.map((token) => token.element).sort()).toEqual(['a', 'join']);
  // and when the other is done, it fires once
  flow.fire('a');
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((element) => element === 'after')).toHaveLength(1);
  expect(flow.elements('entered').filter((element) => element === 'join')).toHaveLength(1);
});

test('two tokens on one flow do not count as two', async () => {
  // given two tokens that come over the same flow to a join of two; when both have arrived
  const flow = new Driver(await loadFlow('parallel-gateway-one-flow')).start();
  // then it still waits for the other flow
  expect(flow.summary.tokens.map((token) => token.element)).toEqual(['join', 'join', 'c']);
  // and fires once when that one comes, leaving the second token where it is
  flow.fire('c');
  expect(flow.elements('completed')).toContain('e');
  expect(flow.summary).toMatchObject({ state: 'active', tokens: [{ element: 'join' }] });
});
