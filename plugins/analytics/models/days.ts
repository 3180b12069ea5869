/** Days are numbers of whole days since 1970, by UTC. */
export const dayMs = 86_400_000;

/** The day of a moment, in milliseconds since 1970. */
export const dayOf = (time: number): number => Math.floor(time / dayMs);

/** As records have it: `2026-11-22`. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
