import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

const pace = () => createPace({ target: () => 60, most: 1_000 });
const batches = (own: ReturnType<typeof pace>, count: number, milliseconds: (jobs: number) => number) => {
  for (let done = 0; done < count; done++) own.measure(own.limit(), milliseconds(own.limit()));
};

test('batches grow to what fits into their time, and the few jobs at the end of many leave them so', () => {
  const own = pace();
  batches(own, 60, (jobs) => 3 + jobs * 0.1);
  const grown = own.limit();
  expect(grown).toBeGreaterThan(500);
  for (let end = 0; end < 20; end++) own.measure(2, 3.2);
  expect(own.limit()).toBeGreaterThan(grown * 0.75);
});

test('jobs that take long make the next batches small at once', () => {
  const own = pace();
  batches(own, 60, (jobs) => jobs * 0.1);
  own.measure(4, 400);
  expect(own.limit()).toBeLessThan(5);
});

test('a batch that others keep from the processor stays as large; one that waits for the database for long does not', () => {
  const limitAfter = (own: number, clock: number, isAwaited = false): number => {
    let now = { own: 0, clock: 0 };
    const pace = createPace({ target: () => 60, most: 1_000, times: () => now, isAwaited: () => isAwaited });
    for (let done = 0; done < 60; done++) {
      const ended = pace.begin();
      now = { own: now.own + own * pace.limit(), clock: now.clock + clock * pace.limit() };
      ended(pace.limit());
    }
    return pace.limit();
  };
  const alone = limitAfter(1, 1);
  expect(limitAfter(1, 4)).toBe(alone);
  expect(limitAfter(1, 50)).toBeLessThan(alone / 5);
  // and while people click, who wait by the clock, both are cut
  expect(limitAfter(1, 4, true)).toBeLessThan(alone / 3);
});
