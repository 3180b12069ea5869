/** The built web part: hashed assets for ever, the page itself fresh, every other path is the app's own. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { notFound } from '../errors.ts';
import type { Variables } from './mount.ts';

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.map': 'application/json',
};

export function serveWeb(app: Hono<Variables>): void {
  app.get('*', async (c) => {
    const path = normalize(decodeURIComponent(c.req.path));
    const type = types[extname(path)];
    if (!type || path.endsWith('.html'))
      return c.html(await readFile(join(folder, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-cache' });
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (!bytes) throw notFound('file', path);
    const isHashed = path.startsWith('/assets/');
    // Widgets are for other people's pages.
    if (path.startsWith('/widgets/')) {
      c.header('access-control-allow-origin', '*');
      c.header('cross-origin-resource-policy', 'cross-origin');
    }
    return c.body(bytes, 200, {
      'content-type': type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
