import { Problem } from '../errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write that carries a cookie must come from our own pages; a key proves itself. */
export function checkOrigin(request: Request): void {
  if (reading.has(request.method) || !request.headers.get('cookie')) return;
  const origin = request.headers.get('origin');
  const isForeign = origin
    ? hostOf(origin) !== request.headers.get('host')
    : request.headers.get('sec-fetch-site') === 'cross-site';
  if (isForeign) throw new Problem({ status: 403, code: 'origin-foreign' });
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
