import type { Db, Tx } from '../../../db/connect.ts';
import type { Part } from '../../step/index.ts';

export interface WantedParts {
  instance: string;
  /** Parts with one of these asks, waits or incidents; null for all. */
  numbers: readonly number[] | null;
}

export interface StoredPart {
  instance: string;
  content: Part;
}

/** The instances are locked, and so are their parts. One look at some hundred short lists finds the few. */
export async function loadParts(tx: Db | Tx, wanted: readonly WantedParts[]): Promise<StoredPart[]> {
  const all = wanted.filter(({ numbers }) => numbers === null).map(({ instance }) => instance);
  const pairs = wanted.flatMap(({ instance, numbers }) =>
    (numbers ?? []).map((number) => ({ instance, number })),
  );
  return tx<StoredPart[]>`
    select instance_id as instance, content from flow.instance_part as part
    where instance_id = any(${all}::uuid[])
    or exists (
      select from (
        select instance_id, array_agg(number) as numbers
        from unnest(${pairs.map((pair) => pair.instance)}::uuid[], ${pairs.map((pair) => pair.number)}::int[])
          as t (instance_id, number)
        group by instance_id) as asked
      where asked.instance_id = part.instance_id and asked.numbers && part.numbers)`;
}
