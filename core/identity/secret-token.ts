import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance: too many to guess, so that a fast hash is enough to keep them by. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
