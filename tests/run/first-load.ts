import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FirstLoad {
  /** Of 1000 bytes, compressed with gzip. */
  kilobytes: number;
  files: { name: string; kilobytes: number }[];
}

/** The scripts that a browser loads before it can show the first page: the entry and what it imports statically. */
export async function firstLoad(folder: string): Promise<FirstLoad> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return loaded(
    folder,
    [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? ''),
  );
}

/** What each widget loads: itself and what widgets share. One that loads a part of the app would be refused here. */
export async function widgetWeights(folder: string): Promise<FirstLoad['files']> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  return Promise.all(
    names.map(async (name) => {
      const { files, kilobytes } = await loaded(folder, [name]);
      const outside = files.filter((file) => file.name.startsWith('..'));
      if (outside.length > 0)
        throw new Error(`The widget ${name} imports ${outside.map((file) => file.name).join(', ')}.`);
      return { name, kilobytes };
    }),
  );
}

async function loaded(folder: string, entries: string[]): Promise<FirstLoad> {
  const found = new Map<string, number>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const code = await readFile(join(folder, name), 'utf8');
    found.set(name, gzipSync(code).byteLength / 1000);
    for (const imported of staticImports(code)) waiting.push(posix.join(posix.dirname(name), imported));
  }
  const files = [...found].map(([name, kilobytes]) => ({ name, kilobytes }));
  files.sort((a, b) => b.kilobytes - a.kilobytes);
  return { kilobytes: files.reduce((sum, file) => sum + file.kilobytes, 0), files };
}

/** In a built chunk: `import{a}from"./b.js"`, `import"./b.js"`, `export{a}from"./b.js"`; not `import("./b.js")`. */
const staticImports = (code: string): string[] =>
  [...code.matchAll(/(?:import|export)(?:[^"'();]*?from)?\s*["'](\.[^"']+\.js)["']/g)].map(
    (match) => match[1] ?? '',
  );
