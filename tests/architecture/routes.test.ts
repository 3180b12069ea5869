import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor.ts';
import { Problem } from '../../core/errors.ts';
import { mount, type Variables } from '../../core/http/mount.ts';
import type { Route } from '../../core/http/route.ts';
import { loadPlugins } from '../../core/load-plugins.ts';
import { root } from './sources.ts';

/** Stands for every service: factories only take what their routes will use later. */
const anything: unknown = new Proxy(() => anything, { get: () => anything });

const folder = join(root, 'core/http/routes');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const routes: Route[] = [];
for (const file of files) {
  const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
  for (const [name, factory] of Object.entries(module))
    if (name.endsWith('Routes') && typeof factory === 'function')
      // The name is the convention for factories of routes.
      routes.push(...(factory as (services: unknown) => Route[])(anything));
}
// The cast: as above, plugins only take what their routes will use later.
for (const plugin of await loadPlugins(undefined)) routes.push(...(plugin.routes?.(anything as never) ?? []));

const nobody: Actor = {
  kind: 'user',
  id: 'somebody',
  userId: 'somebody',
  name: 'Somebody',
  locale: 'en',
  timeZone: 'UTC',
  roles: [],
  permissions: new Set(),
  teamUserIds: [],
  holders: [],
  sharedEntities: new Set(),
};

/** What a request meets: 401, 403, or `ran` when it got past the guard. */
async function meet(route: Route, actor: Actor | null): Promise<number | 'ran'> {
  const app = new Hono<Variables>();
  let hasRun = false;
  const open = { ...route, params: undefined, query: undefined, body: undefined };
  open.run = () => {
    hasRun = true;
    return Promise.resolve({ status: 200 });
  };
  mount(app, open, { sql: anything as never, actorOf: () => Promise.resolve(actor) });
  let refused: number | undefined;
  app.onError((error, c) => {
    refused = error instanceof Problem ? error.status : 500;
    return c.body(null, 500);
  });
  const url = `http://localhost${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
  await app.request(url, { method: route.method.toUpperCase() });
  return hasRun ? 'ran' : (refused ?? 500);
}

describe('every route states its permission', () => {
  test('all are found', () => {
    expect(routes.length).toBeGreaterThan(20);
    const names = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_name, route) => {
      const isPublic = route.permission.startsWith('public:');
      const isOpen = isPublic || route.permission === 'signed-in';
      expect(await meet(route, null)).toBe(isPublic ? 'ran' : 401);
      expect(await meet(route, nobody)).toBe(isOpen ? 'ran' : 403);
      // A public route says why it needs no permission.
      expect(!isPublic || route.permission.length > 20).toBe(true);
    },
  );
});

test('every permission has a name that whoever makes a role can read, in both languages', () => {
  for (const language of ['en', 'zh-CN']) {
    const texts: Record<string, string> = {};
    for (const file of globSync(`{core,plugins/*}/locales/*${language}.json`, { cwd: root }))
      Object.assign(texts, JSON.parse(readFileSync(join(root, file), 'utf8')));
    const nameless = routes
      .map(({ permission }) => permission)
      .filter((id) => id !== 'signed-in' && !id.startsWith('public:'))
      .filter((id) => {
        const [plugin, ...rest] = id.split('.');
        return !texts[`permission.${id}`] && !texts[`${plugin}.permission.${rest.join('.')}`];
      });
    expect([...new Set(nameless)], language).toEqual([]);
  }
});
