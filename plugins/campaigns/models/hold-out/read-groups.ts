import type { RecordService } from '../../../../core/index.ts';
import { sumIn } from '../sums.ts';
import type { Group } from './compare.ts';

export interface Groups {
  reached: Group;
  heldOut: Group;
  currency: string;
}

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
      { function: 'sum', field: 'revenue', as: 'sum' },
      { function: 'squares', field: 'revenue', as: 'squares' },
    ],
  });
  const group = (isHeldOut: boolean): Group => {
    const values = rows.find(({ group: key }) => Boolean(key['isHeldOut']) === isHeldOut)?.values ?? {};
    const inCurrency = (name: string): number => sumIn(values[name], currency);
    return {
      ...{ of: Number(values['of'] ?? 0), bought: Number(values['bought'] ?? 0) },
      revenue: { sum: inCurrency('sum'), squares: inCurrency('squares') },
    };
  };
  return { reached: group(false), heldOut: group(true), currency };
}
