/** Against figures that were published for these methods. */
import { describe, expect, test } from 'vitest';
import { alwaysValidInterval, alwaysValidP } from './always-valid.ts';
import { conclude, type Design, type Tally } from './conclude.ts';
import { groupOf } from './group-of.ts';
import { welch } from './means.ts';
import { normalPoint, normalTail } from './normal.ts';
import { newcombe, proportionTest, wilson } from './proportions.ts';
import { sizeForMeans, sizeForProportions } from './sample-size.ts';
import { studentPoint } from './student.ts';
import { isUneven } from './uneven.ts';

/** The same numbers each time: D. H. Lehmer's generator. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const share = (hits: number, of: number) => ({ hits, of });

test('points of the normal and of Student’s distribution, as tables print them', () => {
  expect(normalPoint(0.025)).toBeCloseTo(1.959963985, 9);
  expect(normalPoint(0.1)).toBeCloseTo(1.281551566, 9);
  expect(normalTail(5)).toBeCloseTo(2.866515719e-7, 15);
  expect(studentPoint(0.05, 10)).toBeCloseTo(2.228139, 6);
  expect(studentPoint(0.05, 1)).toBeCloseTo(12.7062, 4);
});

describe('two proportions', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('score interval of %d of %d: table I of Newcombe (1998), Statistics in Medicine 17:857', (...row) => {
    const [hits, of, low, high] = row;
    const found = wilson(share(hits, of), 0.05);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%d of %d less %d of %d: table II of Newcombe (1998), Statistics in Medicine 17:873', (...row) => {
    const [a, m, b, n, low, high] = row;
    const found = newcombe(share(a, m), share(b, n), 0.05);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('aspirin against heart attacks: z = 5.00, X² = 25.01 (Agresti 2013, 2.1)', () => {
    const { z } = proportionTest(share(189, 11_034), share(104, 11_037));
    expect(z).toBeCloseTo(5.0, 2);
    expect(z * z).toBeCloseTo(25.01, 2);
  });

  test('where nobody did it there is nothing to tell', () => {
    expect(proportionTest(share(0, 50), share(0, 60))).toEqual({ z: 0, p: 1 });
  });
});

test('hours of sleep that two drugs gave: t = -1.8608, df = 17.776, p = 0.07939 (Student 1908, as R prints it)', () => {
  const first = sample([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const second = sample([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  const found = welch(first, second, 0.05);
  expect(found.t).toBeCloseTo(-1.8608, 4);
  expect(found.degrees).toBeCloseTo(17.776, 3);
  expect(found.p).toBeCloseTo(0.07939, 5);
  expect(found.interval.low).toBeCloseTo(-3.3654832, 6);
  expect(found.interval.high).toBeCloseTo(0.2054832, 6);
});

test('how many it takes: 76.7 to tell 50 % from 75 %, 22.0 to tell means one deviation apart, as R prints them', () => {
  const plan = { alpha: 0.05, power: 0.9 };
  expect(sizeForProportions(0.5, 0.75, plan)).toBeCloseTo(76.7, 1);
  expect(Math.abs(sizeForMeans(1, 1, plan) - 22.021)).toBeLessThan(0.06);
});

describe('looking at any time', () => {
  test('the interval is the boundary of Robbins (1970), and p is alpha where it touches nothing', () => {
    // Sums of n standard normals leave sqrt((n + m)(a² + log(1 + n / m))) with chance exp(-a² / 2).
    const [n, m, alpha] = [400, 50, 0.05];
    const boundary = Math.sqrt((n + m) * (-2 * Math.log(alpha) + Math.log(1 + n / m)));
    const typical = Math.sqrt(1 / m);
    const { high } = alwaysValidInterval({ difference: 0, variance: 1 / n }, { typical, alpha });
    expect(high * n).toBeCloseTo(boundary, 9);
    expect(alwaysValidP({ difference: high, variance: 1 / n }, typical)).toBeCloseTo(alpha, 9);
  });

  const design: Design = {
    metric: 'conversion',
    rule: 'anytime',
    minimumEffect: 0.05,
    planned: null,
    comparisons: 1,
  };

  test('of 400 experiments without any difference, looked at 80 times each, hardly one in twenty sees one', () => {
    const seen = (rule: 'anytime' | 'planned'): number =>
      Array.from({ length: 400 }, (_, seed) => run(seed + 1, { ...design, rule, planned: 0 })).filter(Boolean)
        .length;
    expect(seen('anytime')).toBeLessThan(20);
    // What the plain test would do to who looks so often.
    expect(seen('planned')).toBeGreaterThan(80);
  });

  test('a difference that is there is seen in most', () => {
    const seen = Array.from({ length: 200 }, (_, seed) => run(seed + 1, design, 0.08)).filter(Boolean);
    expect(seen.length).toBeGreaterThan(150);
  });
});

describe('what may be concluded', () => {
  const design: Design = {
    metric: 'conversion',
    rule: 'planned',
    minimumEffect: 0.02,
    planned: 1_000,
    comparisons: 1,
  };
  const tally = (hits: number, of: number): Tally => ({ hits, of, mean: 0, variance: 0 });

  test.each([
    ['nobody', tally(0, 0), tally(0, 0), design],
    ['waiting', tally(300, 900), tally(200, 900), design],
    ['better', tally(300, 1_000), tally(200, 1_000), design],
    ['worse', tally(200, 1_000), tally(300, 1_000), design],
    ['unclear', tally(205, 1_000), tally(200, 1_000), design],
    ['early', tally(5, 40), tally(2, 40), { ...design, rule: 'anytime' }],
    ['open', tally(25, 100), tally(20, 100), { ...design, rule: 'anytime' }],
    ['alike', tally(10_050, 50_000), tally(10_000, 50_000), { ...design, rule: 'anytime' }],
  ] as [string, Tally, Tally, Design][])('%s', (verdict, own, control, given) => {
    const found = conclude(own, control, given);
    expect(found.verdict).toBe(verdict);
    // Before its time nothing is shown that one could decide by.
    expect(found.p === undefined).toBe(['nobody', 'waiting', 'early'].includes(verdict));
  });

  test('with more variants p grows with the interval: one never says what the other denies', () => {
    const [own, control] = [tally(132, 1_000), tally(100, 1_000)];
    const [alone, one] = [1, 3].map((comparisons) => conclude(own, control, { ...design, comparisons }));
    expect(alone).toMatchObject({ verdict: 'better' });
    expect(one).toMatchObject({ verdict: 'unclear' });
    expect(one!.p).toBeCloseTo(3 * alone!.p!, 10);
    expect(one!.p).toBeGreaterThan(0.05);
  });
});

test('members are spread as the shares say, always to the same variant, and a broken split is noticed', () => {
  const groups = [
    { key: 'a', share: 70 },
    { key: 'b', share: 30 },
  ];
  const found = Array.from({ length: 10_000 }, (_, index) => groupOf(`test ${index}`, groups));
  const of = found.filter((group) => group === 'b').length;
  // Four standard deviations of a binomial with n = 10,000 and p = 0.3.
  expect(Math.abs(of - 3_000)).toBeLessThan(184);
  expect(Array.from({ length: 10_000 }, (_, index) => groupOf(`test ${index}`, groups))).toEqual(found);
  expect(
    isUneven(groups.map(({ share: one }, index) => ({ share: one, of: index ? of : 10_000 - of }))),
  ).toBe(false);
  expect(isUneven(groups.map(({ share: one }, index) => ({ share: one, of: index ? 2_700 : 7_300 })))).toBe(
    true,
  );
});

/** Looks after every 50 members of both variants, 4,000 each; whether any look saw a difference. */
function run(seed: number, design: Design, effect = 0): boolean {
  const next = random(seed * 7_919);
  const own = { hits: 0, of: 0, mean: 0, variance: 0 };
  const control = { hits: 0, of: 0, mean: 0, variance: 0 };
  for (let look = 0; look < 80; look++) {
    for (let member = 0; member < 50; member++) {
      own.hits += Number(next() < 0.2 + effect);
      control.hits += Number(next() < 0.2);
    }
    own.of += 50;
    control.of += 50;
    if (['better', 'worse'].includes(conclude(own, control, design).verdict)) return true;
  }
  return false;
}

function sample(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { of: values.length, mean, variance: squares / (values.length - 1) };
}
