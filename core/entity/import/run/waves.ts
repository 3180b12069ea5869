import type { Match } from '../match/key-cache.ts';
import type { ReadRow } from '../row/read-row.ts';

/** The record that has a row's keys already, several of them, or none. */
export type Duplicate = Match;

/**
 * Splits rows so that no keys come twice in a wave: the second row of a pair must see what the first one wrote.
 * A row without any key is a record of its own.
 */
export function inWaves(rows: readonly ReadRow[], keyOf: (row: ReadRow) => string | null): ReadRow[][] {
  const waves: ReadRow[][] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const wave = key === null ? 0 : (seen.get(key) ?? 0);
    if (key !== null) seen.set(key, wave + 1);
    (waves[wave] ??= []).push(row);
  }
  return waves;
}
