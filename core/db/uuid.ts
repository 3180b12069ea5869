/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids sort by time. */
import { randomFillSync } from 'node:crypto';

const pool = Buffer.allocUnsafe(8192);
let used = pool.length;

export function uuidV7(now = Date.now()): string {
  const bytes = take();
  return format(stamp(bytes, now));
}

/**
 * `count` (up to 65,536) ids that follow each other without a gap: the first and the last say all of them.
 * The lowest 16 bits count; the other 58 random bits keep two ranges of one millisecond apart.
 */
export function uuidRange(count: number, now = Date.now()): string[] {
  if (count > 0x10000) throw new RangeError('A range of ids has at most 65,536.');
  const bytes = stamp(take(), now);
  const prefix = format(bytes).slice(0, -4);
  return Array.from({ length: count }, (_, index) => prefix + index.toString(16).padStart(4, '0'));
}

/** The ids of a range, from its first one. */
export const uuidsFrom = (first: string, count: number): string[] => {
  const prefix = first.slice(0, -4);
  const offset = Number.parseInt(first.slice(-4), 16);
  return Array.from({ length: count }, (_, index) => prefix + (offset + index).toString(16).padStart(4, '0'));
};

function take(): Buffer {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

function stamp(bytes: Buffer, now: number): Buffer {
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
}

const format = (bytes: Buffer): string => {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
