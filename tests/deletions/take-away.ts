export const ways = ['gone', 'idle'] as const;
export type Way = (typeof ways)[number];

interface Taken {
  file: string;
  source: string;
  way: Way;
}

/**
 * What stands in for a file that is taken away: the same names, behind which nothing is left. The file itself is
 * beside it as `.kept.ts`, for its types and plain values. Null where it exports nothing that does something, or where
 * it lets tokens pass itself, so that idle is no other.
 */
export const takeAway = ({ file, source, way }: Taken): string | null => {
  const names = [...source.matchAll(/^export (?:const|(?:async )?function\*?) (\w+)/gm)].map(
    ([, name]) => name!,
  );
  if (names.length === 0 || (way === 'idle' && letsPass(source))) return null;
  const kept = `./${file.slice(file.lastIndexOf('/') + 1).replace(/\.ts$/, '.kept.ts')}`;
  const toMoves = file.includes('/elements/')
    ? `${'../'.repeat(file.split('/').length - 3)}step/moves.ts`
    : null;
  return [
    `import * as kept from '${kept}';`,
    `export * from '${kept}';`,
    ...(toMoves === null ? [] : [`import { complete } from '${toMoves}';`]),
    `const pass = ${toMoves === null ? 'undefined' : '(...all: Parameters<typeof complete>) => complete(...all)'};`,
    way === 'gone' ? gone(file) : idle,
    ...names.map((name) => `export const ${name} = without(() => kept.${name});`),
  ].join('\n');
};

/** Functions throw when they are called, also those of an element; other values stay. */
const gone = (file: string): string => `
void pass;
const throws = () => { throw new Error('${file} is gone'); };
const without = (of) => {
  const value = of();
  if (typeof value === 'function') return throws;
  if (typeof value !== 'object' || value === null || !('enter' in value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typeof part === 'function' ? throws : part]));
};`;

/** Functions give nothing; an element lets its token pass. */
const idle = `
const without = (of) => {
  const value = of();
  if (typeof value === 'function') return () => undefined;
  if (typeof value !== 'object' || value === null || !('enter' in value)) return value;
  return { type: value.type, enter: pass };
};`;

/** A manual task, and what else only marks a place. */
const letsPass = (source: string): boolean => /: Element = \{ type: '\w+', enter: complete \};/.test(source);
