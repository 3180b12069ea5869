import { errorOf, NoSql, type Part } from './part.ts';

/** In doubles, as the closures compute, not in exact decimals: 0.1 + 0.2 is the same in both. */
export function sqlArithmetic(symbol: string, [left, right]: [Part, Part]): Part {
  if (!['+', '-', '*', '/'].includes(symbol)) throw new NoSql(`${symbol} has no SQL on doubles`);
  const divisor = symbol === '/' && !isNonZero(right);
  const second = divisor ? `nullif(${double(right)}, 0)` : double(right);
  return {
    sql: `(${double(left)} ${symbol} ${second})`,
    type: 'number',
    nothing: divisor ? 'error' : errorOf(left, right),
    isDouble: true,
  };
}

export const sqlNegation = (part: Part): Part => ({
  sql: `(- ${double(part)})`,
  type: 'number',
  nothing: errorOf(part),
  isDouble: true,
});

export function double(part: Part): string {
  if (part.type === 'null') return 'null::float8';
  if (part.type !== 'number') throw new NoSql(`arithmetic with ${part.type} is an error`);
  return part.isDouble ? part.sql : `(${part.sql})::float8`;
}

const isNonZero = (part: Part): boolean => typeof part.literal === 'number' && part.literal !== 0;
