import type { Literal } from './condition.ts';

/**
 * A JSONata literal. JSONata has no escape for a single quote inside single quotes, so that a text with one
 * is written as JSON, in double quotes.
 */
export const writeLiteral = (value: Literal | Literal[]): string => {
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return /['\\\n\r\t]/.test(value) ? JSON.stringify(value) : `'${value}'`;
};

/** The text inside a JSONata text literal; null when the source is anything else. */
export const readTextLiteral = (source: string): string | null => {
  const text = source.trim();
  if (/^'[^'\\]*'$/.test(text)) return text.slice(1, -1);
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) return null;
  try {
    // What a JSON text parses to is a text.
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
};
