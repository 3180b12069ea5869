import { createHash } from 'node:crypto';

export interface Group {
  key: string;
  share: number;
}

/** The same key is in the same group every time: 48 bits of SHA-256, which are spread evenly, laid over the shares. */
export function groupOf(key: string, groups: readonly Group[]): string {
  const whole = groups.reduce((sum, { share }) => sum + share, 0);
  let at = (createHash('sha256').update(key).digest().readUIntBE(0, 6) / 2 ** 48) * whole;
  for (const group of groups) {
    if (at < group.share) return group.key;
    at -= group.share;
  }
  // Sums of fractions may end a little below the whole.
  return groups.findLast(({ share }) => share > 0)!.key;
}
