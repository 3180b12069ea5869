import type { Money, RecordService } from '../../../../core/index.ts';
import type { Group } from './compare.ts';

export interface Groups {
  reached: Group;
  heldOut: Group;
  currency: string;
}

const mostBuyers = 20_000;

/** As the reader sees them; money of the company's currency alone, since two have no sum. */
export async function readGroups(
  records: RecordService,
  { journey, currency }: { journey: string; currency: string },
): Promise<Groups> {
  const { rows } = await records.aggregate('journey-member', {
    filter: { journey: { eq: journey } },
    group: [{ field: 'isHeldOut' }],
    measures: [
      { function: 'count', as: 'of' },
      { function: 'count', field: 'boughtAt', as: 'bought' },
    ],
  });
  const revenues = await revenuesOf(records, journey, currency);
  const group = (isHeldOut: boolean): Group => {
    const row = rows.find(({ group: key }) => Boolean(key['isHeldOut']) === isHeldOut);
    return {
      of: Number(row?.values['of'] ?? 0),
      bought: Number(row?.values['bought'] ?? 0),
      revenues: revenues.get(isHeldOut) ?? [],
    };
  };
  return { reached: group(false), heldOut: group(true), currency };
}

async function revenuesOf(
  records: RecordService,
  journey: string,
  currency: string,
): Promise<Map<boolean, number[]>> {
  const found = new Map<boolean, number[]>([
    [true, []],
    [false, []],
  ]);
  let cursor: string | null = null;
  let read = 0;
  do {
    const { items, next } = await records.page('journey-member', {
      filter: { journey: { eq: journey }, boughtAt: { gte: '1970-01-01T00:00:00.000Z' } },
      ...{ fields: ['isHeldOut', 'revenue'], limit: 500, cursor },
    });
    for (const item of items) {
      const revenue = item['revenue'] as Money | null; // The field is money.
      if (revenue?.currency === currency) found.get(Boolean(item['isHeldOut']))!.push(Number(revenue.amount));
    }
    cursor = next;
    read += items.length;
  } while (cursor && read < mostBuyers);
  return found;
}
