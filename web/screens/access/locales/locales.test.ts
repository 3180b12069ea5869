import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import zh from './zh-CN.json' with { type: 'json' };

// Chinese has one plural form.
const bare = (texts: object): string[] =>
  [...new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')))].toSorted();

test('both languages have the same texts', () => {
  expect(bare(zh)).toEqual(bare(en));
});

test('every text that these screens ask for is there', () => {
  const folder = join(import.meta.dirname, '..');
  const keys = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /'((?:access|rule|why|share|pack|audit|invite|keys|handover|person|team)\.[\w.-]+)'/g,
      ),
    ])
    .map((match) => match[1]!);
  // A permission that a screen asks for, no text.
  const known = new Set([...bare(en), 'access.explain']);
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});
