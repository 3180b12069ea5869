import { randomBytes } from 'node:crypto';

/** 32 letters and digits of which none is taken for another when it is read aloud or typed. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `count` different codes; with 10 characters a guess hits one of a million codes once in a billion tries. */
export function makeCodes({
  count,
  prefix,
  length,
}: {
  count: number;
  prefix: string;
  length: number;
}): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]);
    made.add(codeOf(prefix + letters.join('')));
  }
  return [...made];
}

/** As it is kept and compared: people type small letters and spaces. */
export const codeOf = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();
