/**
 * Milliseconds until the next try: doubles with each attempt, at most an hour, with a fifth of jitter so that what
 * failed together does not come back together. `random` is in [0, 1).
 */
export function backOff({
  attempt,
  base,
  random = Math.random(),
}: {
  attempt: number;
  base: number;
  random?: number;
}): number {
  const plain = Math.min(base * 2 ** Math.max(0, attempt - 1), 3_600_000);
  return Math.round(plain * (0.9 + 0.2 * random));
}
