/**
 * The browser files of plugins that bring them ready (see `BrowserFiles`). Elements are for people who are signed in, and
 * kept for ever under the hash of their contents; widgets are for everybody, on any page, and looked after each time.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';
import { notFound, Problem } from '../errors.ts';
import type { Registry } from '../registry.ts';
import type { Authenticate } from './authenticate.ts';
import { filePath } from './file-path.ts';
import { fileTypes } from './file-types.ts';
import type { Variables } from './mount.ts';

interface ServeInput {
  registry: Pick<Registry, 'browserFiles'>;
  actorOf: Authenticate;
}

export function servePluginFiles(app: Hono<Variables>, { registry, actorOf }: ServeInput): void {
  const filesOf = (plugin: string) => registry.browserFiles.find((each) => each.plugin === plugin);
  app.get('/plugins/:plugin/:stamp/*', async (c) => {
    if (!(await actorOf(c.req.raw.headers))) throw new Problem({ status: 401, code: 'signed-out' });
    const { plugin, stamp } = c.req.param();
    const files = filesOf(plugin);
    const { bytes, type } = await fileIn(c, { folder: files?.web, below: `/plugins/${plugin}/${stamp}/` });
    // Another stamp is of a page that was opened before an update: it gets what there is now, once.
    const isKept = stamp === files?.stamp;
    return c.body(bytes, 200, {
      'content-type': type,
      'cache-control': isKept ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  });
  app.get('/widgets/:plugin/*', async (c, next) => {
    const { plugin } = c.req.param();
    const folder = filesOf(plugin)?.widgets;
    if (!folder) return next();
    const { bytes, type } = await fileIn(c, { folder, below: `/widgets/${plugin}/` });
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const headers = { 'cache-control': 'no-cache', etag, ...forEverybody };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(bytes, 200, { ...headers, 'content-type': type });
  });
}

/** Other people's pages may load it. */
export const forEverybody = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

interface Wanted {
  folder: string | undefined;
  /** The part of the address before the path in the folder. */
  below: string;
}

/** Problem 404: not there, outside of the folder, or of no kind that is given out. */
async function fileIn(
  c: Context,
  { folder, below }: Wanted,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const path = filePath(c.req.path.slice(below.length));
  const type = fileTypes[extname(path)];
  const isGiven = folder !== undefined && type !== undefined && extname(path) !== '.html';
  const bytes = isGiven ? await readFile(join(folder, path)).catch(() => undefined) : undefined;
  if (!bytes || !type) throw notFound('file', c.req.path);
  return { bytes: new Uint8Array(bytes), type };
}
