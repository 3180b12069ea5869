/**
 * The chance of a yes from numbers: logistic regression by Newton's method (iteratively reweighted least squares; T. Hastie,
 * R. Tibshirani, J. Friedman, "The Elements of Statistical Learning", 4.4.1) with a ridge. One near 0 only keeps data that
 * can be told apart perfectly from running away; a larger one keeps few rows from being taken at their word.
 */
export interface Logistic {
  intercept: number;
  /** One for each feature, in their order. */
  coefficients: number[];
}

const rounds = 50;
const smallestRidge = 1e-6;

/** `rows` of equal length, `outcomes` 0 or 1. Null where all outcomes are the same, or features say the same. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  ridge = smallestRidge,
): Logistic | null {
  const yes = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (yes === 0 || yes === outcomes.length) return null;
  const x = rows.map((row) => [1, ...row]);
  const width = x[0]!.length;
  let beta: number[] = Array.from({ length: width }, () => 0);
  for (let round = 0; round < rounds; round++) {
    const step = solve(...equations({ x, outcomes, ridge }, beta));
    if (!step) return null;
    beta = beta.map((value, index) => value + step[index]!);
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  const [intercept, ...coefficients] = beta;
  return { intercept: intercept!, coefficients };
}

/** What the likelihood's slope and curvature ask of the next step. */
function equations(
  { x, outcomes, ridge }: { x: readonly (readonly number[])[]; outcomes: readonly number[]; ridge: number },
  beta: readonly number[],
): [number[][], number[]] {
  // How many say yes at all is not held back.
  const weightOf = (index: number): number => (index === 0 ? smallestRidge : ridge);
  const left = beta.map((_, i) => beta.map((__, j) => (i === j ? weightOf(i) : 0)));
  const right = beta.map((value, index) => -weightOf(index) * value);
  x.forEach((row, n) => {
    const p = sigmoid(row.reduce((sum, value, index) => sum + value * beta[index]!, 0));
    row.forEach((value, i) => {
      right[i]! += value * (outcomes[n]! - p);
      row.forEach((other, j) => (left[i]![j]! += value * other * p * (1 - p)));
    });
  });
  return [left, right];
}

/** Of a yes, from 0 to 1; `row` as those that the model was fitted to. */
export const probability = ({ intercept, coefficients }: Logistic, row: readonly number[]): number =>
  sigmoid(row.reduce((sum, value, index) => sum + value * coefficients[index]!, intercept));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Gauss' elimination with the largest pivot; null where there is none. */
function solve(left: number[][], right: number[]): number[] | null {
  const rows = left.map((row, index) => [...row, right[index]!]);
  for (let column = 0; column < rows.length; column++) {
    const best = rows.slice(column).reduce((a, b) => (Math.abs(b[column]!) > Math.abs(a[column]!) ? b : a));
    if (Math.abs(best[column]!) < 1e-12) return null;
    const at = rows.indexOf(best);
    [rows[column], rows[at]] = [best, rows[column]!];
    for (const row of rows) {
      if (row === best) continue;
      const factor = row[column]! / best[column]!;
      for (let k = column; k < row.length; k++) row[k]! -= factor * best[k]!;
    }
  }
  return rows.map((row, index) => row.at(-1)! / row[index]!);
}
