import { hasSeparator } from '../../db/bindings.ts';
import { parsed, refused, type Parsed } from './field-type.ts';

/**
 * Text as it is stored: well-formed, without NUL (PostgreSQL has no place for it) and the
 * separators that bulk statements are cut by, trimmed; nothing left is null.
 */
export function plainText(value: unknown, max: number): Parsed {
  if (typeof value !== 'string') return refused('not-text');
  const text = value.trim();
  if (text === '') return parsed(null);
  if (text.length > max) return refused('text-long', { max, length: text.length });
  if (text.includes('\0') || hasSeparator(text)) return refused('text-control');
  return parsed(text.isWellFormed() ? text : text.toWellFormed());
}
