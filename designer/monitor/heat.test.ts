import { describe, expect, it } from 'vitest';
import type { ElementFigures } from '../data/figures.ts';
import { changeOf, heatOf } from './heat.ts';

const figures = (element: string, more: Partial<ElementFigures>): ElementFigures => ({
  element,
  entered: 0,
  completed: 0,
  cancelled: 0,
  failed: 0,
  incidents: 0,
  median: null,
  p90: null,
  ...more,
});

describe('heat', () => {
  it('is most where most came by, and nowhere where nobody did', () => {
    const heat = heatOf(
      [figures('a', { entered: 100 }), figures('b', { entered: 20 }), figures('c', {})],
      'count',
    );

    expect([...heat]).toEqual([
      ['a', 5],
      ['b', 1],
    ]);
  });

  it('tells a minute from a second beside a week', () => {
    const heat = heatOf(
      [
        figures('week', { median: 604_800_000 }),
        figures('minute', { median: 60_000 }),
        figures('moment', { median: 5 }),
      ],
      'median',
    );

    expect([heat.get('week'), heat.get('minute'), heat.get('moment')]).toEqual([5, 3, 1]);
  });

  it('adds what stopped to what failed', () => {
    expect(heatOf([figures('a', { failed: 1, incidents: 2 })], 'failures').get('a')).toBe(5);
  });
});

describe('the change against another version', () => {
  it('is told in hundredths, where there is something to compare with', () => {
    expect(changeOf(150, 100)).toBe(50);
    expect(changeOf(5, null)).toBeNull();
    expect(changeOf(5, 0)).toBeNull();
  });
});
