import type { Context } from 'hono';
import { Problem } from '../errors.ts';
import type { Route } from './route.ts';

/** Addresses remembered at most; the window starts anew beyond it. */
const mostAddresses = 50_000;

/** How often one address may ask a route, counted in windows by this server. Problem `too-often` (429). */
export function createRate({ rate }: Pick<Route, 'rate'>): (c: Context) => void {
  if (!rate) return () => {};
  let counts = new Map<string, number>();
  let until = 0;
  return (c) => {
    const now = Date.now();
    if (now >= until || counts.size > mostAddresses) {
      counts = new Map();
      until = now + rate.seconds * 1000;
    }
    const address = addressOf(c);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > rate.most)
      throw new Problem({
        status: 429,
        code: 'too-often',
        params: { seconds: Math.ceil((until - now) / 1000) },
      });
  };
}

/** A proxy of ours stands on a private address and says last whom it speaks for; all others speak for themselves. */
function addressOf(c: Context): string {
  // The cast: what the server of Node hands over; in tests there is none.
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const own = env?.incoming?.socket?.remoteAddress ?? '';
  const isPrivate = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(own);
  const forwarded = isPrivate ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || own;
}
