import { randomFillSync } from 'node:crypto';

/** Random bytes for many ids at once: one system call per id would cost an import a second per million. */
const pool = Buffer.alloc(16 * 512);
let used = pool.length;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

let lastTime = 0;
let sequence = 0;

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter within the millisecond, so that ids of
 * one process rise strictly and index pages fill from the right; 62 bits are random.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    sequence = pool[used]! & 0x7f;
  } else if (++sequence > 0xfff) {
    lastTime++;
    sequence = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const counter = (0x7000 | sequence).toString(16);
  const at = used;
  used += 16;
  const byte = (index: number): string => hex[pool[at + index]!]!;
  const variant = hex[(pool[at + 8]! & 0x3f) | 0x80]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}${byte(9)}-${byte(10)}${byte(11)}${byte(12)}${byte(13)}${byte(14)}${byte(15)}`;
}
