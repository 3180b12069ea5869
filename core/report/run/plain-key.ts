import type { Cell } from './cell-filter.ts';

/** The value of a group without its name. */
export function plainKey(key: unknown): Cell['keys'][number] {
  if (typeof key === 'object' && key !== null && 'id' in key) return String(key.id);
  // The cast: groups are texts, numbers, truth values and days.
  return (key ?? null) as Cell['keys'][number];
}
