/** The same numbers in [0, 1) each time, beside those that other plugins draw from: D. H. Lehmer's generator. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
