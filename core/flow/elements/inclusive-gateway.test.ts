import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

test.each([
  [1, ['rest']],
  [2, ['a']],
  [3, ['a', 'b']],
])('an inclusive split with n = %i opens %j, and its join waits for all of them', async (n, open) => {
  // given a split with two conditions and a default; when a token comes
  const flow = new Driver(await loadFlow('inclusive-gateway')).start({ n });
  // then each true way is taken
  expect(flow.waiting).toEqual(open);
  // and the join fires once, when the last has come
  for (const element of open) {
    expect(flow.summary.state).toBe('active');
    flow.fire(element);
  }
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((element) => element === 'join')).toHaveLength(1);
});

test('an inclusive join waits for a token that goes round a loop before it', async () => {
  // given one branch at the join, the other in a loop
  const flow = new Driver(await loadFlow('inclusive-gateway-loop')).start({ more: true });
  flow.fire('other');
  expect(flow.summary.tokens.map((token) => token.element).sort()).toEqual(['join', 'work']);
  // when the loop goes round again, then the join still waits
  flow.fire('work');
  expect(flow.summary.state).toBe('active');
  // and fires when the loop is left
  flow.fire('work', { more: false });
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed').filter((element) => element === 'e')).toHaveLength(1);
});
