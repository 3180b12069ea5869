import type { Transaction } from '../../../../core/index.ts';
import type { Tally } from './conclude.ts';

export interface Tallies {
  byVariant: ReadonlyMap<string, Tally>;
  firstAt: Date | null;
}

/** Sums of all who met the experiment, whoever asks: a part of the members would be another experiment. */
export async function readTallies(tx: Transaction, experiment: string): Promise<Tallies> {
  const rows = await tx<(Tally & { variant: string; firstAt: Date })[]>`
    select variant, count(*) as of, count(*) filter (where converted) as hits, min(exposed_at) as "firstAt",
      avg(coalesce(value, 0))::float8 as mean, coalesce(var_samp(coalesce(value, 0)), 0)::float8 as variance
    from data.exposure where experiment_id = ${experiment} and deleted_at is null group by variant`;
  const first = Math.min(...rows.map(({ firstAt }) => firstAt.getTime()));
  return {
    byVariant: new Map(
      rows.map(({ variant, of, hits, mean, variance }) => [variant, { of, hits, mean, variance }]),
    ),
    firstAt: rows.length > 0 ? new Date(first) : null,
  };
}
