import { toWritten } from './values.ts';

/** What comes into a list and what goes, as it is written: what others add meanwhile stays. */
export function listChange(before: unknown, after: unknown): { add: unknown[]; remove: unknown[] } {
  const [old, now] = [listOf(before), listOf(after)];
  return {
    add: now.filter((one) => !old.includes(one)),
    remove: old.filter((one) => !now.includes(one)),
  };
}

function listOf(value: unknown): unknown[] {
  const written = toWritten(value);
  return Array.isArray(written) ? written : [];
}
