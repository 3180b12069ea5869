/**
 * Installed plugins are folders of `plugins/`, and those named in `RELATA_PLUGINS` (paths, comma between them).
 * Each has a `plugin.ts` or `plugin.js` that exports what `definePlugin` made. How one is written: `plugin-guide.md`.
 */
import { readdir, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from './plugin.ts';

const ownFolder = fileURLToPath(new URL('../plugins/', import.meta.url));

/** Plugins in the order of their dependencies. */
export async function loadPlugins(more: string | undefined): Promise<Plugin[]> {
  const own = (await readdir(ownFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(ownFolder, entry.name));
  const extra = (more ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map((path) => resolve(path));
  if (extra.length > 0) nameTheInterface();
  return inOrder(await Promise.all([...own, ...extra].map(loadPlugin)));
}

let isNamed = false;

/**
 * A plugin outside of this folder has no path to it: it imports `relata`, and `zod` where it has none of its own. The
 * parts of one process share what is named once.
 */
function nameTheInterface(): void {
  if (isNamed) return;
  isNamed = true;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'relata') return next(new URL('index.ts', import.meta.url).href, context);
      if (specifier !== 'zod') return next(specifier, context);
      try {
        return next(specifier, context);
      } catch {
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}

async function loadPlugin(folder: string): Promise<Plugin> {
  const file = await firstThatExists([join(folder, 'plugin.ts'), join(folder, 'plugin.js')]);
  if (!file) throw new Error(`The plugin folder ${folder} has no plugin.ts. Add one, or remove the folder.`);
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const plugin = Object.values(module).find(isPlugin);
  if (!plugin) throw new Error(`${file} exports no plugin. Export what definePlugin(…) gives.`);
  return plugin;
}

const isPlugin = (value: unknown): value is Plugin =>
  typeof value === 'object' && value !== null && 'relata' in value && 'entities' in value && 'url' in value;

async function firstThatExists(paths: string[]): Promise<string | undefined> {
  for (const path of paths)
    if (
      await stat(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  return undefined;
}

/** Each after all it uses; the order of ids otherwise. */
function inOrder(plugins: Plugin[]): Plugin[] {
  const sorted: Plugin[] = [];
  const visit = (plugin: Plugin): void => {
    if (sorted.includes(plugin)) return;
    for (const used of plugins.filter((other) => plugin.uses.includes(other.id) && other !== plugin))
      visit(used);
    sorted.push(plugin);
  };
  for (const plugin of plugins.toSorted((a, b) => (a.id < b.id ? -1 : 1))) visit(plugin);
  return sorted;
}
