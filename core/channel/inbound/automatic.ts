/** Mail that no person wrote: RFC 3834 and what programs have done since long before it. */
import type { Automatic } from './mail.ts';

export type HeaderOf = (name: string) => string | undefined;

const bulk = /^(bulk|junk|list|auto_reply)$/i;
const robots = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+@-]|$)/i;

export function automatic(header: HeaderOf, from: string): Automatic | null {
  const submitted = header('auto-submitted')?.trim().toLowerCase();
  if (submitted !== undefined && submitted !== '' && submitted !== 'no') return 'auto-submitted';
  if (/^multipart\/report/i.test(header('content-type') ?? '')) return 'report';
  if (header('return-path')?.replaceAll(/\s/g, '') === '<>') return 'report';
  if (header('x-autoreply') ?? header('x-autorespond') ?? header('x-auto-response-suppress'))
    return 'auto-submitted';
  if (bulk.test(header('precedence')?.trim() ?? '') || header('list-id') !== undefined) return 'bulk';
  return robots.test(from) ? 'report' : null;
}
