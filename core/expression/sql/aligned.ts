import { double } from './arithmetic.ts';
import { isTextual, type Part, type SqlCompiler } from './part.ts';

export interface Aligned {
  l: string;
  r: string;
  /** Compared as text, so that an order needs a collation. */
  isText: boolean;
}

/** Both sides of one class in a form that PostgreSQL compares as the closures do, natively where it may. */
export function aligned(left: Part, right: Part, compiler: SqlCompiler): Aligned {
  if (left.isDouble || right.isDouble) return { l: double(left), r: double(right), isText: false };
  if (!isTextual(left) || left.type === right.type) {
    return { l: left.sql, r: right.sql, isText: left.type === 'text' };
  }
  const nativeRight = nativeLiteral(right, left.type, compiler);
  if (nativeRight) return { l: left.sql, r: nativeRight, isText: false };
  const nativeLeft = nativeLiteral(left, right.type, compiler);
  if (nativeLeft) return { l: nativeLeft, r: right.sql, isText: false };
  return { l: asText(left), r: asText(right), isText: true };
}

/** The text that the API shows for it. */
export function asText(part: Part): string {
  if (part.type === 'date') return `to_char(${part.sql}, 'YYYY-MM-DD')`;
  if (part.type !== 'dateTime') return part.sql;
  return `to_char((${part.sql}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A text that is written exactly as a date or an instant would be, as such; so an index of the column serves. */
function nativeLiteral(part: Part, type: Part['type'], compiler: SqlCompiler): string | undefined {
  if (typeof part.literal !== 'string' || Number.isNaN(Date.parse(part.literal))) return undefined;
  const written = new Date(part.literal).toISOString();
  if (type === 'dateTime' && part.literal === written) return compiler.parameter(written, 'timestamptz');
  if (type === 'date' && part.literal === written.slice(0, 10))
    return compiler.parameter(part.literal, 'date');
  return undefined;
}
