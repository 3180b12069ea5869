import type { Db } from '../db/connect.ts';
import type { Colleague } from '../plugin.ts';

/** Those who are active, in no order. */
export const readColleagues = (db: Db, ids: readonly string[]): Promise<Colleague[]> => db<Colleague[]>`
  select id, name, email, locale from core."user" where id = any(${[...ids]}::uuid[]) and is_active`;
