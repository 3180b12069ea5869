/**
 * Whether the receiving server vouches for the sender: Authentication-Results (RFC 8601) with DMARC (RFC 7489), or a
 * DKIM signature of the sender's own domain. Only lines of the server we trust count: anybody can write one.
 */
import type { SenderCheck } from './mail.ts';

export function senderCheck(
  lines: readonly string[],
  trusted: string | undefined,
  from: string,
): SenderCheck {
  const own = lines.filter((line) => trusted !== undefined && serverOf(line) === trusted.toLowerCase());
  const text = own.join(' ; ').toLowerCase();
  if (text === '') return 'unknown';
  const dmarc = /\bdmarc=(\w+)/.exec(text)?.[1];
  if (dmarc === 'pass') return 'verified';
  if (dmarc === 'fail') return 'failed';
  const domain = from.split('@')[1]?.toLowerCase() ?? '';
  const signed = [...text.matchAll(/\bdkim=pass\b[^;]*\bheader\.d=([a-z0-9.-]+)/g)].map(([, by = '']) => by);
  if (signed.some((by) => domain === by || domain.endsWith(`.${by}`))) return 'verified';
  return /\b(spf|dkim)=(fail|softfail)\b/.test(text) ? 'failed' : 'unknown';
}

const serverOf = (line: string): string | undefined => /^\s*([^\s;]+)/.exec(line)?.[1]?.toLowerCase();
