import { newId } from './new-id.ts';

/**
 * `count` (up to 65,536) ids that follow each other without a gap: the first and the last say all of them. The
 * lowest 16 bits count; the 46 random bits above keep two ranges apart.
 */
export const idRange = (count: number): string[] => idsFrom(`${newId().slice(0, -4)}0000`, count);

/** The ids of a range, from its first one on. */
export function idsFrom(first: string, count: number): string[] {
  const prefix = first.slice(0, -4);
  const offset = Number.parseInt(first.slice(-4), 16);
  if (offset + count > 0x10000) throw new RangeError('A range of ids has at most 65,536.');
  return Array.from({ length: count }, (_, index) => prefix + (offset + index).toString(16).padStart(4, '0'));
}
