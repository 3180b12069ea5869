import type { Db } from '../../../db/connect.ts';
import { foldText } from '../cell/cell-reader.ts';

/** Active people by name or by e-mail, without regard to case. */
export async function findPeople(
  db: Db,
  key: 'name' | 'email',
  texts: readonly string[],
): Promise<{ id: string; text: string }[]> {
  const folded = [...new Set(texts.map(foldText))];
  return db<{ id: string; text: string }[]>`
    select id, ${db(key)} as text from core."user"
    where is_active and lower(${db(key)}) = any(${folded}::text[])`;
}
