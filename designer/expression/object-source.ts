import { readTextLiteral } from '../../web/condition/literal.ts';
import type { Pair } from '../moddle/pairs.ts';
import { parseExpression } from '../../web/expression/parse-expression.ts';
import { splitSource } from './split-source.ts';

/** The members of an object literal, whose names are texts; null for every other expression. */
export function readObject(source: string): Pair[] | null {
  const text = source.trim();
  if (text === '' || text === '{}') return [];
  if (!text.startsWith('{') || !text.endsWith('}') || parseExpression(text)?.value !== '{') return null;
  const pairs: Pair[] = [];
  for (const member of splitSource(text.slice(1, -1)) ?? []) {
    const [key, ...rest] = splitSource(member, ':') ?? [];
    const name = key === undefined ? null : readTextLiteral(key);
    if (name === null || rest.length === 0) return null;
    pairs.push({ name, value: rest.join(' : ') });
  }
  return pairs;
}

export const writeObject = (pairs: readonly Pair[]): string =>
  pairs.length === 0
    ? ''
    : `{ ${pairs.map(({ name, value }) => `${JSON.stringify(name)}: ${value || 'null'}`).join(', ')} }`;

/** The items of a list literal; null for every other expression. */
export function readList(source: string): string[] | null {
  const text = source.trim();
  if (text === '' || text === '[]') return [];
  if (!text.startsWith('[') || !text.endsWith(']') || parseExpression(text)?.value !== '[') return null;
  return splitSource(text.slice(1, -1));
}

export const writeList = (items: readonly string[]): string =>
  items.length === 0 ? '' : `[${items.join(', ')}]`;
