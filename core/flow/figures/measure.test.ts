import { describe, expect, it } from 'vitest';
import { measure } from './measure.ts';

const at = (element: string, event: 'entered' | 'completed' | 'failed' | 'taken', when: number) => ({
  element,
  event,
  at: when,
});

describe('measure', () => {
  it('tells how long the middle and the slow ones take', () => {
    const histories = [10, 20, 30, 40, 50, 60, 70, 80, 90, 1_000].map((lasts) => [
      at('ask', 'entered', 5),
      at('ask', 'completed', 5 + lasts),
    ]);

    expect(measure(histories)).toEqual([
      { element: 'ask', entered: 10, completed: 10, cancelled: 0, failed: 0, median: 50, p90: 90 },
    ]);
  });

  it('counts what still waits as begun, and ways as taken', () => {
    expect(measure([[at('ask', 'entered', 0)], [at('way', 'taken', 0)]])).toEqual([
      { element: 'ask', entered: 1, completed: 0, cancelled: 0, failed: 0, median: null, p90: null },
      { element: 'way', entered: 1, completed: 0, cancelled: 0, failed: 0, median: null, p90: null },
    ]);
  });

  it('does not measure what failed, and goes on with the next try', () => {
    const [ask] = measure([
      [
        at('ask', 'entered', 0),
        at('ask', 'failed', 500),
        at('ask', 'entered', 600),
        at('ask', 'completed', 610),
      ],
    ]);

    expect(ask).toMatchObject({ entered: 2, failed: 1, completed: 1, median: 10 });
  });

  it('keeps the iterations of a loop apart', () => {
    const [each] = measure([
      [
        { element: 'each', event: 'entered', at: 0, iteration: 1 },
        { element: 'each', event: 'entered', at: 0, iteration: 2 },
        { element: 'each', event: 'completed', at: 5, iteration: 2 },
        { element: 'each', event: 'completed', at: 100, iteration: 1 },
      ],
    ]);

    expect(each).toMatchObject({ median: 5, p90: 100 });
  });
});
