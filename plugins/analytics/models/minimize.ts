/**
 * The simplex of J. A. Nelder and R. Mead, "A simplex method for function minimization", The Computer Journal 7 (1965):
 * finds where a function of few numbers is least, without derivatives.
 */
export interface Minimum {
  at: number[];
  value: number;
  /** False where it was still getting better after `most` rounds. */
  hasConverged: boolean;
}

interface Corner {
  at: number[];
  value: number;
}

const most = 2_000;
const smallest = 1e-9;

/** Searches from `start`, first in steps of 0.5. What is no number counts as infinitely large. */
export function minimize(f: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  const corner = (at: number[]): Corner => ({ at, value: finite(f(at)) });
  let corners = [
    corner([...start]),
    ...start.map((_, index) => corner(start.map((x, i) => (i === index ? x + 0.5 : x)))),
  ];
  for (let round = 0; round < most; round++) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const best = corners[0]!;
    const worst = corners.at(-1)!;
    if (worst.value - best.value < smallest) return { ...best, hasConverged: true };
    corners = moved(corners, corner);
  }
  return { ...corners.toSorted((a, b) => a.value - b.value)[0]!, hasConverged: false };
}

/** Corners in order, best first: the worst goes over the middle of the others, or all go towards the best. */
function moved(corners: readonly Corner[], corner: (at: number[]) => Corner): Corner[] {
  const rest = corners.slice(0, -1);
  const worst = corners.at(-1)!;
  const middle = worst.at.map((_, index) => rest.reduce((sum, { at }) => sum + at[index]!, 0) / rest.length);
  const towards = (factor: number): Corner =>
    corner(middle.map((x, index) => x + factor * (x - worst.at[index]!)));
  const reflected = towards(1);
  if (reflected.value < rest[0]!.value) {
    const expanded = towards(2);
    return [...rest, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < rest.at(-1)!.value) return [...rest, reflected];
  const contracted = towards(reflected.value < worst.value ? 0.5 : -0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...rest, contracted];
  const best = rest[0]!;
  return corners.map((each) => (each === best ? best : corner(each.at.map((x, i) => (x + best.at[i]!) / 2))));
}

const finite = (value: number): number => (Number.isNaN(value) ? Infinity : value);
