/**
 * Values that nobody reads in the database: AES-256-GCM with a key that is derived from the server's secret and is
 * never stored, and a keyed hash by which equal values are found. One per process, set at its start: field types are
 * the same for all of it.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

interface Keys {
  sealing: Buffer;
  finding: Buffer;
}

let keys: Keys | undefined;

export function useServerSecret(secret: string): void {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'relata', purpose, 32));
  keys = { sealing: derive('secret fields'), finding: derive('secret fields: blind index') };
}

const known = (): Keys => {
  if (!keys) throw new Error('The secret of the server was not set before a secret field was used.');
  return keys;
};

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

export function seal(plain: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', known().sealing, nonce);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Undefined for what was not sealed with this server's secret. */
export function open(sealed: string): string | undefined {
  const [name, text] = sealed.split('.');
  const bytes = Buffer.from(text ?? '', 'base64url');
  if (name !== version || bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', known().sealing, bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const rest = bytes.subarray(nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The same for equal values, whatever their case and outer spaces; tells nothing without the server's secret. */
export const blind = (plain: string): string =>
  createHmac('sha256', known().finding)
    .update(plain.normalize('NFKC').trim().toLowerCase())
    .digest('base64url');
