import { describe, expect, test } from 'vitest';
import { codes as deployCodes } from '../../core/flow/deploy/codes.ts';
import { locales } from '../../core/registry.ts';
import { codesIn } from './codes-in.ts';
import { projectFiles, readJson, readSource } from './sources.ts';

const files = projectFiles();
const sources = files.filter(
  (file) => /^core\/.*\.ts$/.test(file) && !/\.test\.ts$|\/tests\/|\/testing\//.test(file),
);

/** In the folder of expressions the family is left out. */
const familyOf = (file: string): string => (file.startsWith('core/expression/') ? 'expression.' : '');
const used = sources.flatMap((file) =>
  codesIn(readSource(file)).map((code) => ({ file, keys: [code, familyOf(file) + code] })),
);

describe.each(locales)('in %s', (locale) => {
  const texts: Record<string, string> = Object.assign(
    {},
    ...files
      .filter((file) => file.startsWith('core/locales/') && file.endsWith(`.${locale}.json`))
      .map(readJson),
  );

  test('every code that the core names has its sentence', () => {
    const keys = Object.keys(texts);
    const has = (code: string): boolean =>
      /[.-]$/.test(code) ? keys.some((key) => key.startsWith(`problem.${code}`)) : `problem.${code}` in texts;
    const missing = used.filter((one) => !one.keys.some(has));
    expect(missing.map(({ file, keys: [code] }) => `${file}: ${code}`)).toEqual([]);
  });

  test('every reason to refuse a flow has its sentence', () => {
    expect(Object.keys(deployCodes).filter((code) => !(`deploy.${code}` in texts))).toEqual([]);
  });

  test('a problem is told in sentences, not in codes', () => {
    const full = locale === 'en' ? /^[“$<\p{Lu}\d{][^]*[.!)]$/u : /\p{Script=Han}[^]*[。！)）]$/u;
    const wrong = Object.entries(texts).filter(
      // What ends with words of somebody else ends as they do.
      ([key, text]) =>
        /^(problem|deploy)\.(?!(what|place)\.)/.test(key) && !full.test(text) && !text.endsWith('}}'),
    );
    expect(wrong).toEqual([]);
  });
});

test('the collector finds what it must', () => {
  expect(used.length).toBeGreaterThan(150);
  const planted = `
    throw new Problem({ status: 404, code: 'ghost-gone', params: {} });
    return invalid([{ pointer: '/a', code: 'a-wrong' }, { pointer: '/b', code: isLong ? 'b-long' : 'b-short' }]);
    resolve(refused(503, 'away')); raise('expression.odd', {}); fail('cell-bad');
    z.string().refine(isZone, 'not-zone'); type C = 'x'
      | 'expression.member';
    throw new Problem({ status: 400, code: \`import-\${state}\` });`;
  expect(codesIn(planted).toSorted()).toEqual([
    ...[
      'a-wrong',
      'away',
      'b-long',
      'b-short',
      'cell-bad',
      'expression.member',
      'expression.odd',
      'ghost-gone',
    ],
    ...['import-', 'not-zone'],
  ]);
});
