import type { Bindings } from '../../../db/bindings.ts';
import type { Bucket } from '../../record-store.ts';

interface BucketInput {
  isDay: boolean;
  bucket: Bucket;
  timeZone: string;
  bindings: Bindings;
}

/** The first day of the bucket in the company's time zone; day of the week (Monday is 1) and hour of the day as numbers. */
export function bucketSql(value: string, { isDay, bucket, timeZone, bindings }: BucketInput): string {
  const local = isDay ? `${value}::timestamp` : `${value} at time zone ${bindings.bind(timeZone, 'text')}`;
  if (bucket === 'weekday') return `extract(isodow from ${local})::int`;
  if (bucket === 'hour') return `extract(hour from ${local})::int`;
  return `date_trunc('${bucket}', ${local})::date`;
}
