import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPlugins } from '../../core/load-plugins.ts';
import { createRegistry } from '../../core/registry.ts';
import { checkScreen } from '../../core/screen/index.ts';
import { treeOf } from '../../core/screen/tree/screen-tree.ts';
import { readSource, root } from './sources.ts';

const plugins = await loadPlugins(undefined);
const ids = readdirSync(join(root, 'plugins'));

const required = ['plugin.ts', 'api.ts', 'README.md', 'entities', 'screens', 'locales', 'tests'];
const optional = [
  'models',
  'tasks',
  'flows',
  'starters',
  'roles',
  'demo',
  'routes.ts',
  'reports',
  'routes',
  'subscribers',
  'receivers',
  'channels',
  'web',
  'widgets',
];

test('no screen of a plugin is broken: what an administrator would be told of one, it says of none', async () => {
  const { entities } = await createRegistry(plugins, []);
  const broken = plugins.flatMap(({ screens }) =>
    screens.flatMap((screen) =>
      checkScreen(treeOf(screen), { entities })
        .filter(({ isBroken }) => isBroken)
        .map(({ node, code, params }) => `${screen.id} ${node}: ${code} ${JSON.stringify(params)}`),
    ),
  );
  expect(broken).toEqual([]);
});

test('every folder of plugins/ is a plugin, and carries its id', () => {
  expect(plugins.map((plugin) => plugin.id).toSorted()).toEqual(ids.toSorted());
});

describe.each(ids)('plugin %s', (id) => {
  const folder = join(root, 'plugins', id);
  const plugin = plugins.find((candidate) => candidate.id === id);

  test('has the shape that all have', () => {
    const entries = readdirSync(folder);
    expect(required.filter((name) => !entries.includes(name))).toEqual([]);
    expect(entries.filter((name) => ![...required, ...optional].includes(name))).toEqual([]);
    expect(readdirSync(join(folder, 'tests')).some((name) => name.endsWith('.test.ts'))).toBe(true);
  });

  test('declares in fewer than 80 lines', () => {
    expect(readSource(`plugins/${id}/plugin.ts`).split('\n').length).toBeLessThan(80);
  });

  test('keeps one thing per file, named by it', () => {
    const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const missing = [
      ...(plugin?.entities ?? []).map((entity) => `entities/${kebab(entity.id.split('.').at(-1) ?? '')}.ts`),
      ...(plugin?.tasks ?? []).map((task) => `tasks/${task.id.split('.').at(-1)}.ts`),
      ...(plugin?.roles ?? []).map((role) => `roles/${role.id.split('.').at(-1)}.ts`),
    ].filter((file) => !existsSync(join(folder, file)));
    expect(missing).toEqual([]);
    const screens = readdirSync(join(folder, 'screens')).filter((file) => file !== 'index.ts');
    expect(screens.length).toBe(plugin?.screens.length);
  });

  test('prefixes what is its own', () => {
    const named = [...(plugin?.tasks ?? []), ...(plugin?.screens ?? []), ...(plugin?.roles ?? [])];
    expect(named.map((thing) => thing.id).filter((thing) => !thing.startsWith(`${id}.`))).toEqual([]);
  });

  test('reaches only the plugins it says it uses', () => {
    const used = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readSource(`plugins/${id}/${file}`).matchAll(/from '(?:\.\.\/)+([a-z-]+)\/api\.ts'/g),
      ])
      .map((match) => match[1] ?? '');
    expect([...new Set(used)].filter((other) => !plugin?.uses.includes(other))).toEqual([]);
  });
});
