import { createHash, timingSafeEqual } from 'node:crypto';

/** Compared by digest, so that neither length nor content shows in the time it takes. */
export const isSameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
