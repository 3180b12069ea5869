/**
 * Routes that other people's pages ask: the browser says from which page, and only those that were named may. What else
 * asks them is no browser with a visitor before it; against that stand challenges and rates.
 */
import type { Context, Hono } from 'hono';
import { Problem } from '../errors.ts';
import type { Variables } from './mount.ts';
import type { Route } from './route.ts';

/** Carries the pass of a visitor who has no account. No cookie: other people's pages show the widgets too. */
export const visitorHeader = 'relata-visitor';

/** Before a request with a body the browser asks whether it may be made; the request itself is then refused or not. */
export function answerPreflight(app: Hono<Variables>, route: Route, path: string): void {
  if (!route.origins) return;
  app.options(path, (c) => {
    letRead(c);
    c.header('access-control-allow-methods', 'GET, POST');
    c.header('access-control-allow-headers', `content-type, accept-language, ${visitorHeader}`);
    c.header('access-control-max-age', '600');
    return c.body(null, 204);
  });
}

/**
 * Problem `origin-not-allowed` (403), which the page may read: it says what to do. `origin-nameless` for a page that
 * has no origin, such as a file opened from a computer: nobody could name it.
 */
export async function checkForeign(c: Context<Variables>, route: Route): Promise<void> {
  const origin = c.req.header('origin');
  if (!route.origins || origin === undefined) return;
  letRead(c);
  const allowed = await route.origins(c.req.param());
  const isOwn = URL.canParse(origin) && new URL(origin).host === c.req.header('host');
  // What does not exist says so by itself.
  if (allowed === null || isOwn || allowed.includes(origin)) return;
  if (!URL.canParse(origin)) throw new Problem({ status: 403, code: 'origin-nameless' });
  throw new Problem({ status: 403, code: 'origin-not-allowed', params: { origin: origin.slice(0, 200) } });
}

function letRead(c: Context<Variables>): void {
  const origin = c.req.header('origin');
  if (origin !== undefined) c.set('readableBy', origin);
}
