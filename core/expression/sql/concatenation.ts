import { asText } from './aligned.ts';
import { isTextual, NoSql, passing, type Part } from './part.ts';

/** Nothing is empty text. Numbers are written differently by PostgreSQL and are refused. */
export function sqlConcatenation(left: Part, right: Part): Part {
  return { sql: `(${piece(left)} || ${piece(right)})`, type: 'text', nothing: passing(left, right) };
}

function piece(part: Part): string {
  if (part.type === 'null') return `''`;
  if (!isTextual(part)) throw new NoSql(`${part.type} as text has no SQL`);
  return part.nothing === 'null' ? `coalesce(${asText(part)}, '')` : asText(part);
}
