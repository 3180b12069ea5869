import { Problem } from '../../errors.ts';
import type { Sort } from './sort.ts';

/** Where a page ended: the sort keys of its last record as text, and its id. */
export interface Position {
  keys: (string | null)[];
  id: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const encodeCursor = (sort: Sort, position: Position): string =>
  Buffer.from(JSON.stringify([sort.text, position.id, ...position.keys])).toString('base64url');

/** Throws problem `cursor-invalid` for anything that this sort did not give out. */
export function decodeCursor(sort: Sort, cursor: string): Position {
  const [text, id, ...keys] = parse(cursor);
  const isWhole =
    text === sort.text &&
    typeof id === 'string' &&
    uuid.test(id) &&
    keys.length === sort.keys.length &&
    keys.every((key) => key === null || typeof key === 'string');
  if (!isWhole) throw cursorInvalid();
  return { id, keys };
}

export const cursorInvalid = (): Problem => new Problem({ status: 400, code: 'cursor-invalid' });

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
