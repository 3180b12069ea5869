import type { Db } from '../../db/connect.ts';
import { held } from './held.ts';

export interface LeftJob {
  id: string;
  kind: string;
  /** What it is for, such as an instance. */
  target: string | null;
}

/**
 * Gives back what ended workers still held, and answers it: like `release`, an orderly end burns nothing. What a
 * transaction of theirs still locks is answered too; the upkeep of a living worker takes it back.
 */
export async function giveBack(db: Db, workers: readonly number[]): Promise<LeftJob[]> {
  return db<LeftJob[]>`
    with mine as materialized (select id from ${held(db)} where leased_by = any(${[...workers]}::int[])),
      free as materialized (
        select id from core.job where id = any(array(select id from mine)) for update skip locked),
      given as (
        update core.job set crashes = 0, lease_until = null, leased_by = null
        where id = any(array(select id from free)))
    select id, kind, target from core.job where id = any(array(select id from mine)) order by kind, id`;
}
