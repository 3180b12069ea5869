import { randomBytes } from 'node:crypto';

/** Random digits for many ids at once: one system call per id would cost an import a second per million. */
const digitsPerId = 16;
const idsPerPool = 512;
let pool = '';
let used = 0;

let lastTime = 0;
let timeText = '';
let sequence = 0;

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter within the millisecond, so that ids of
 * one process rise strictly and index pages fill from the right; 62 bits are random.
 */
export function newId(): string {
  if (used === pool.length) {
    pool = randomBytes((digitsPerId / 2) * idsPerPool).toString('hex');
    used = 0;
  }
  const now = Date.now();
  if (now > lastTime) startMillisecond(now);
  else if (++sequence > 0xfff) startMillisecond(lastTime + 1);
  const random = pool.slice(used, (used += digitsPerId));
  const counter = (0x7000 + sequence).toString(16);
  return `${timeText}-${counter}-${variants[random.charCodeAt(0) & 3]}${random.slice(1, 4)}-${random.slice(4)}`;
}

function startMillisecond(time: number): void {
  lastTime = time;
  sequence = 0;
  const text = time.toString(16).padStart(12, '0');
  timeText = `${text.slice(0, 8)}-${text.slice(8)}`;
}

/** The two highest bits of the fourth group are 10. */
const variants = ['8', '9', 'a', 'b'];
