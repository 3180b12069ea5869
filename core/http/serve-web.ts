/** The built web part: hashed assets for ever, the page itself fresh, every other path is the app's own. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context, Hono } from 'hono';
import { notFound } from '../errors.ts';
import { filePath } from './file-path.ts';
import { fileTypes } from './file-types.ts';
import type { Variables } from './mount.ts';
import { forEverybody } from './serve-plugin-files.ts';

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url));

export function serveWeb(app: Hono<Variables>): void {
  app.get('*', async (c) => {
    const path = filePath(c.req.path);
    const type = fileTypes[extname(path)];
    if (!type || path.endsWith('.html')) return page(c);
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (!bytes) throw notFound('file', path);
    const isHashed = path.startsWith('/assets/');
    return c.body(bytes, 200, {
      ...(path.startsWith('/widgets/') && forEverybody),
      'content-type': type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}

/** The page names in an import map what plugins' elements may import: the one script that stands in it, allowed by its hash. */
async function page(c: Context<Variables>): Promise<Response> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const map = /<script type="importmap">([^]*?)<\/script>/.exec(html)?.[1];
  if (map !== undefined) c.set('inlineScript', `sha256-${createHash('sha256').update(map).digest('base64')}`);
  return c.html(html, 200, { 'cache-control': 'no-cache' });
}
