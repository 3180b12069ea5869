/** Characters of JSON that one result, and what a person or message brings, may have: about 8 MB. */
export const heaviestValue = 8_000_000;
/** Of all that an instance keeps: beyond it every step would take seconds, and its row a good part of the disk. */
export const heaviestState = 64_000_000;

/**
 * Whether a value is JSON of at most so many characters, told without writing it down; what holds itself is too large.
 * Stops as soon as it is too much, so that a hundred megabytes cost no more than the limit.
 */
export const weigh = (value: unknown, most: number): 'fits' | 'large' | 'not-json' => {
  const open: unknown[] = [value];
  let left = most;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') left -= next.length + 2;
    else if (typeof next === 'object' && next !== null) {
      const names = Array.isArray(next) ? null : Object.keys(next);
      const parts: unknown[] = names === null ? (next as unknown[]) : Object.values(next);
      left -= 2 + parts.length;
      if (left < 0) return 'large';
      for (const name of names ?? []) left -= name.length + 3;
      for (const part of parts) open.push(part);
    } else if (typeof next === 'function' || typeof next === 'symbol' || typeof next === 'bigint')
      return 'not-json';
    else left -= 4;
    if (left < 0) return 'large';
  }
  return 'fits';
};
