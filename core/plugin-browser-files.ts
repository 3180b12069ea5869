/**
 * What plugins bring for the browser as ready ES modules, wherever their folder lies: `web/<plugin>-<name>.js` defines the
 * element of that name, which screens show; `widgets/*.js` are for other people's pages. What those import lies below.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from './plugin.ts';

export interface BrowserFiles {
  plugin: string;
  /** Absolute; undefined where there is none. */
  web: string | undefined;
  widgets: string | undefined;
  /** Of all contents of `web/`: part of the address, so that browsers keep the files for ever. */
  stamp: string;
  /** Names of the elements. */
  elements: readonly string[];
}

/** Throws a sentence where an element has no name of the plugin's own: two plugins might define the same. */
export async function readBrowserFiles(plugins: readonly Plugin[]): Promise<BrowserFiles[]> {
  const all = await Promise.all(plugins.map(filesOf));
  return all.filter(({ web, widgets }) => web !== undefined || widgets !== undefined);
}

/** Where the server gives an element out; see `servePluginFiles`. */
export const elementAddress = ({ plugin, stamp }: BrowserFiles, element: string): string =>
  `/plugins/${plugin}/${stamp}/${element}.js`;

async function filesOf({ id, url }: Plugin): Promise<BrowserFiles> {
  const [web, widgets] = ['web/', 'widgets/'].map((folder) => fileURLToPath(new URL(folder, url)));
  const elements = await modulesIn(web!);
  for (const element of elements)
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(element) || !element.startsWith(`${id}-`))
      throw new Error(
        `The plugin ${id} brings web/${element}.js: a file there defines the element of its name, which must be lower case ` +
          `and begin with ${id}-. Put what elements import into a folder below, such as web/parts/.`,
      );
  return {
    plugin: id,
    elements,
    web: elements.length > 0 ? web : undefined,
    widgets: (await modulesIn(widgets!)).length > 0 ? widgets : undefined,
    stamp: elements.length > 0 ? await stampOf(web!) : '',
  };
}

async function modulesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -'.js'.length));
}

async function stampOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.toSorted()) {
    hash.update(path.slice(folder.length)).update('\0');
    hash.update(await readFile(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
