import type { Money, RecordQuery, RecordService } from '../../../core/index.ts';
import type { Period } from './periods.ts';
import { sumsOf } from './sums.ts';

export interface Bought {
  deals: number;
  revenue: Money[];
}

export interface Beside<T> {
  now: T;
  before: T;
}

/** Deals won in each of two periods, as the reader sees them, in one question. */
export async function wonIn(
  records: RecordService,
  periods: Beside<Period>,
  among?: RecordQuery['among'],
): Promise<Beside<Bought>> {
  const sides = ['now', 'before'] as const;
  const { rows } = await records.aggregate('opportunity', {
    filter: { stage: { eq: 'won' }, or: sides.map((side) => within(periods[side])) },
    ...(among && { among }),
    measures: sides.flatMap((side) => [
      { function: 'count' as const, where: within(periods[side]), as: `deals.${side}` },
      { function: 'sum' as const, field: 'amount', where: within(periods[side]), as: `revenue.${side}` },
    ]),
  });
  const values = rows[0]?.values ?? {};
  const bought = (side: keyof Beside<Bought>): Bought => ({
    deals: Number(values[`deals.${side}`] ?? 0),
    revenue: sumsOf(values[`revenue.${side}`]),
  });
  return { now: bought('now'), before: bought('before') };
}

const within = ({ from, to }: Period) => ({ closeDate: { gte: from, lte: to } });
