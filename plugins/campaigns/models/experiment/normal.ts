/**
 * Upper tail of the standard normal distribution, to 12 digits: the series of the error function near the middle, the
 * continued fraction of its complement outside (Abramowitz and Stegun 1964, 7.1.6 and 7.1.14).
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const x = z / Math.SQRT2;
  if (x < 2.2) return 0.5 * (1 - series(x));
  return (0.5 * Math.exp(-x * x)) / (Math.sqrt(Math.PI) * fraction(x));
}

/** The point above which a share `tail` of the standard normal distribution lies; found by Newton's method. */
export function normalPoint(tail: number): number {
  if (tail > 0.5) return -normalPoint(1 - tail);
  // Where the tail is small, `sqrt(-2 ln tail)` is a little too far out, and Newton's method comes down from there.
  let z = tail === 0.5 ? 0 : Math.sqrt(-2 * Math.log(2 * tail));
  for (let round = 0; round < 60; round++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const move = (normalTail(z) - tail) / density;
    z += Math.max(-0.5, Math.min(0.5, move));
    if (Math.abs(move) < 1e-13) break;
  }
  return z;
}

/** erf. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 0; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 3);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** What `exp(-x²) / sqrt(pi)` is divided by to give erfc. */
function fraction(x: number): number {
  let value = x;
  for (let n = 80; n > 0; n--) value = x + n / 2 / value;
  return value;
}
