/** Against figures that were published for these models. */
import { describe, expect, test } from 'vitest';
import {
  aliveProbability,
  expectedPurchases,
  fitBgNbd,
  logLikelihood,
  type BgNbd,
  type Purchases,
} from './bg-nbd.ts';
import { expectedValue, fitGammaGamma, type Spending } from './gamma-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { fitLogistic, probability } from './logistic-regression.ts';
import { minimize } from './minimize.ts';
import { rfmScores, rfmSegment } from './rfm.ts';

/** The same numbers each time: D. H. Lehmer's generator. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('BG/NBD', () => {
  /** Table 2 of Fader, Hardie and Lee (2005): 2,357 customers of a music shop, in weeks. */
  const published: BgNbd = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 };

  test('customer 0001 of the published example: 1.226 purchases to be expected in the next 39 weeks', () => {
    const customer = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(published, customer, 39)).toBeCloseTo(1.226, 3);
  });

  test('where the formula divides by nothing, it says what it says beside it', () => {
    const customer = { frequency: 2, recency: 30.43, age: 38.86 };
    const at = (a: number): number => expectedPurchases({ ...published, a }, customer, 39);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 5);
  });

  test('who bought often and long ago has left, who bought lately has not', () => {
    expect(aliveProbability(published, { frequency: 8, recency: 10, age: 38.86 })).toBeLessThan(0.02);
    expect(aliveProbability(published, { frequency: 8, recency: 38, age: 38.86 })).toBeGreaterThan(0.9);
    expect(aliveProbability(published, { frequency: 0, recency: 0, age: 38.86 })).toBe(1);
  });

  test('of purchases that came by the model, the fit finds one at least as likely, that expects the same', () => {
    const next = random(42);
    const customers = Array.from({ length: 1_500 }, () => simulated(published, next, 39));
    const fitted = fitBgNbd(customers)!;
    const sum = (model: BgNbd): number =>
      customers.reduce((total, each) => total + logLikelihood(model, each), 0);
    expect(sum(fitted)).toBeGreaterThanOrEqual(sum(published) - 0.01);
    const expected = (model: BgNbd): number =>
      customers.reduce((total, each) => total + expectedPurchases(model, each, 39), 0);
    expect(expected(fitted) / expected(published)).toBeCloseTo(1, 0);
  });

  test('nothing is said about a handful of customers', () => {
    expect(fitBgNbd([{ frequency: 1, recency: 2, age: 10 }])).toBeNull();
  });
});

describe('Gamma-Gamma', () => {
  const published = { p: 6.25, q: 3.74, v: 15.44 };

  test.each([
    [{ purchases: 2, mean: 22.35 }, 24.66],
    [{ purchases: 1, mean: 11.77 }, 18.92],
  ] as [Spending, number][])('the published model expects of %j %d', (customer, value) => {
    expect(expectedValue(published, customer)).toBeCloseTo(value, 2);
  });

  test('in any currency the fit expects the same', () => {
    const next = random(7);
    const dollars = Array.from({ length: 400 }, () => ({
      purchases: 1 + Math.floor(next() * 5),
      mean: 10 + 60 * next(),
    }));
    const cents = dollars.map(({ purchases, mean }) => ({ purchases, mean: mean * 100 }));
    const [inDollars, inCents] = [fitGammaGamma(dollars)!, fitGammaGamma(cents)!];
    expect(expectedValue(inCents, cents[0]!) / expectedValue(inDollars, dollars[0]!)).toBeCloseTo(100, 6);
  });
});

describe('logistic regression', () => {
  /** Hours of study of twenty students, and whether they passed: the example of the English encyclopaedia article. */
  const hours = [
    0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
  ];
  const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

  test('the published coefficients and chances', () => {
    const model = fitLogistic(
      hours.map((each) => [each]),
      passed,
    )!;
    expect(model.intercept).toBeCloseTo(-4.0777, 3);
    expect(model.coefficients[0]).toBeCloseTo(1.5046, 3);
    expect(probability(model, [2])).toBeCloseTo(0.256, 3);
    expect(probability(model, [4])).toBeCloseTo(0.874, 3);
  });

  test('where all are the same there is nothing to learn; what is told apart perfectly does not run away', () => {
    expect(fitLogistic([[1], [2]], [1, 1])).toBeNull();
    const model = fitLogistic([[1], [2], [3], [4]], [0, 0, 1, 1])!;
    expect(probability(model, [4])).toBeGreaterThan(0.99);
    expect(Number.isFinite(model.intercept)).toBe(true);
  });
});

describe('recency, frequency, monetary value', () => {
  test('fifths of ten customers, the best first; the same gets the same', () => {
    const customers = Array.from({ length: 10 }, (_, n) => ({
      recency: n * 10,
      frequency: 10 - n,
      monetary: 100,
    }));
    const scores = rfmScores(customers);
    expect(scores.map((each) => each.recency)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect(new Set(scores.map((each) => each.monetary))).toEqual(new Set([3]));
  });

  test.each([
    [{ recency: 5, frequency: 5, monetary: 5 }, 'champion'],
    [{ recency: 3, frequency: 4, monetary: 4 }, 'loyal'],
    [{ recency: 5, frequency: 1, monetary: 2 }, 'new'],
    [{ recency: 1, frequency: 5, monetary: 5 }, 'do-not-lose'],
    [{ recency: 1, frequency: 1, monetary: 1 }, 'lost'],
  ])('%j is %s', (scores, segment) => {
    expect(rfmSegment(scores)).toBe(segment);
  });
});

test('the least of a valley that bends, and the logarithm of factorials', () => {
  const { at } = minimize(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 3);
  expect(at[1]).toBeCloseTo(1, 3);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 9);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9);
});

/** A customer who buys by the model for `age` weeks. */
function simulated({ r, alpha, a, b }: BgNbd, next: () => number, age: number): Purchases {
  const rate = gamma(r, next) / alpha;
  const [x, y] = [gamma(a, next), gamma(b, next)];
  const leaving = x / (x + y);
  let frequency = 0;
  let recency = 0;
  for (let at = 0; ;) {
    at += -Math.log(next()) / rate;
    if (at > age) return { frequency, recency, age };
    frequency += 1;
    recency = at;
    if (next() < leaving) return { frequency, recency, age };
  }
}

/** A gamma variate: G. Marsaglia and W. W. Tsang (2000). */
function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(next()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
