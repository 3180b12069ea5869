import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${locale}.json`), 'utf8'));
const en = read('en');
const zh = read('zh-CN');

/** Keys built from a part: the part's values are asked one by one. */
const openings = ['state.', 'theme.', 'period.', 'operator.', 'settings.', 'inbox.', 'view.', 'fieldType.'];

describe('texts of the web app', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('no text is empty, and both have the same parameters', () => {
    const parameters = (text: string): string[] =>
      [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').toSorted();
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      expect(parameters(zh[key] ?? ''), key).toEqual(parameters(text));
    }
  });

  test('every key that the code asks for is there', () => {
    // given all sources of the web app but of folders that bring texts of their own, and test them; others may ask for those
    const folders = readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
      path.endsWith('/locales') ? [path.slice(0, -'locales'.length)] : [],
    );
    const hasOwn = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !hasOwn(path))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    // when their keys are gathered
    const keys = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*(?:\w+ \? )?'([\w.]+)'(?: : '([\w.]+)')?/g)].flatMap((match) =>
        match.slice(1),
      ),
    );
    // then each has a text, or plural forms
    const brought = folders.map((folder) =>
      JSON.parse(readFileSync(join(root, folder, 'locales/en.json'), 'utf8')),
    );
    const known = new Set([en, ...brought].flatMap((texts) => Object.keys(texts)));
    const missing = keys.filter((key) => key && !known.has(key) && !known.has(`${key}_other`));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('keys made of parts begin with something that exists', () => {
    for (const opening of openings)
      expect(
        Object.keys(en).some((key) => key.startsWith(opening)),
        opening,
      ).toBe(true);
  });
});
