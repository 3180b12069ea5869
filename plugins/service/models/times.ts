export const dayMs = 86_400_000;

/** Moments as records have them, and as one counts with them. */
export const timeOf = (value: unknown): number | null =>
  typeof value === 'string' ? Date.parse(value) : null;

/** ISO 8601. */
export const momentOf = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();
