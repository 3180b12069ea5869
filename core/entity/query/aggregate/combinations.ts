import { run } from '../../../db/bindings.ts';
import type { Db } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import type { Bucket } from '../../record-store.ts';
import type { Asking } from '../guard.ts';
import type { Group } from './group-sql.ts';

export interface CombinationsInput {
  asking: Asking;
  groups: readonly Group[];
  most: number;
  db: Db;
}

/** How many buckets ten years have. */
const buckets: Record<Bucket, number> = {
  ...{ hour: 24, weekday: 7, day: 3_660, week: 523 },
  ...{ month: 120, quarter: 40, year: 10 },
};

/** Throws problem `aggregate-large` (422) where the groups could be more than `most`, by what PostgreSQL knows of their fields. */
export async function refuseCombinations({ asking, groups, most, db }: CombinationsInput): Promise<void> {
  if (groups.length === 0) return;
  const sizes = await Promise.all(groups.map((group) => valuesOf(asking, group, db)));
  const combinations = sizes.reduce((product, size) => product * size, 1);
  if (combinations <= most) return;
  const largest = groups[sizes.indexOf(Math.max(...sizes))]!;
  throw new Problem({
    status: 422,
    code: 'aggregate-large',
    params: { combinations: combinations.toExponential(0), field: largest.name, most: most.toExponential(0) },
  });
}

async function valuesOf({ context }: Asking, { entity, field, bucket }: Group, db: Db): Promise<number> {
  if (bucket === 'hour' || bucket === 'weekday') return buckets[bucket] + 1;
  if (field.kind === 'boolean') return 3;
  const column = field.kind === 'list' && field.target ? 'id' : /^t\."?(\w+)"?$/.exec(field.sql('t'))?.[1];
  const [stats] = await run<{ rows: number; share: number | null }>(
    db,
    `select case when c.reltuples < 0 then pg_relation_size(c.oid) / 100 else c.reltuples end::float8 as rows,
       s.n_distinct::float8 as share
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = $2::text
     where c.oid = $1::text::regclass`,
    [context.models.shapes(entity).table, column ?? ''],
  );
  const rows = Math.max(1, stats?.rows ?? 1);
  // Below zero it is a share of the rows; a table that was never looked at may have a value of its own in each.
  const share = stats?.share ?? -1;
  const values = Math.min(share < 0 ? -share * rows : share, rows) + 1;
  return bucket ? Math.min(values, buckets[bucket]) : values;
}
