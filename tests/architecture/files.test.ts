import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, readSource, root } from './sources.ts';

const files = projectFiles();
const isText = (file: string): boolean => !/\.(png|jpg|ico|woff2|snap)$/.test(file);
const code = files.filter((file) => /\.(ts|mts|mjs|js|css|sql|html)$/.test(file));
const own = files.filter((file) => isText(file) && !/^(LICENSE|package-lock\.json|\.gitignore)$/.test(file));

/** Files in which a line matches, with the line. */
const matches = (among: readonly string[], pattern: RegExp): string[] =>
  among.flatMap((file) =>
    readSource(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );

describe('files', () => {
  test('no file is longer than 300 lines', () => {
    const long = code.map((file) => `${file}: ${readSource(file).split('\n').length - 1}`);
    expect(long.filter((entry) => Number(entry.split(': ')[1]) > 300)).toEqual([]);
  });

  test('names are kebab-case, and no folder is a drawer for leftovers', () => {
    const names = code.filter((file) => !/(^|\/)[a-z0-9.-]+$/.test(file));
    const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/.test(file));
    expect([...names, ...drawers]).toEqual([]);
  });

  test('every element of the browser has a name of its own', () => {
    const names = code.flatMap((file) =>
      [...readSource(file).matchAll(/@customElement\('([a-z0-9-]+)'\)/g)].map((match) => match[1]),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('nothing is left open, focused or skipped', () => {
    const among = code.filter((file) => !file.startsWith('tests/architecture/'));
    expect(matches(among, /\b(TODO|FIXME|XXX:)|\.only\(|\b(test|it|describe)\.skip\(['"`]/)).toEqual([]);
  });

  test('an index only re-exports', () => {
    // A feature of the designer is a folder whose index declares its module, as bpmn-js has it.
    const indexes = code.filter((file) => /^(core|plugins|web)\/.*\/index\.ts$/.test(file));
    expect(matches(indexes, /^(export )?(const|function|class|let)\b/)).toEqual([]);
  });
});

describe('the project speaks of itself only', () => {
  test('the lock file names no registry host', () => {
    const lock = JSON.parse(readSource('package-lock.json')) as {
      packages: Record<string, { resolved?: string }>;
    };
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(matches(own, /registry\.[a-z]+js\.|deb\.debian/)).toEqual([]);
  });

  test('no machine paths', () => {
    const folders = ['work', 'root', 'home'].map((folder) => `/${folder}/`).join('|');
    expect(matches(own, new RegExp(`(^|["'\`\\s(=])(${folders})`))).toEqual([]);
  });

  test('core, web and designer name no plugin', () => {
    const plugins = readdirSync(join(root, 'plugins'));
    expect(plugins.length).toBeGreaterThan(0);
    const shipped = code.filter(
      (file) => /^(core|web|designer)\//.test(file) && !/\.test\.ts$|\/testing\//.test(file),
    );
    // As a path, or as the prefix of a quoted id; comments may give examples.
    const any = plugins.join('|');
    const naming = new RegExp(`^(?!\\s*(/?\\*|//)).*(plugins/(${any})\\b|['"\`](${any})\\.[a-z-]+['"\`])`);
    expect(matches(shipped, naming)).toEqual([]);
  });
});

test.each(['migrations', 'core/decisions'])('%s are numbered without gap or double', (folder) => {
  const names = readdirSync(join(root, folder)).toSorted();
  const numbers = names.map((name) => Number.parseInt(name, 10));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
