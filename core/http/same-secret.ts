import { hash, timingSafeEqual } from 'node:crypto';

/** Compared by digest, so that neither length nor content shows in the time it takes. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
