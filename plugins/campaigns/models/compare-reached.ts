/** What those a campaign wrote to bought in its days, beside as many days before it began. */
import type { PluginServices, RecordService } from '../../../core/index.ts';
import type { Period } from './periods.ts';
import { wonIn, type Beside, type Bought } from './won-in.ts';

export interface ReachedCompared extends Beside<Bought> {
  /** People it wrote to, and their companies, as the reader sees them. */
  people: number;
  accounts: number;
}

/** Null where it wrote to nobody. Who it wrote to is asked, not who is in its audience now: who bought often left that. */
export async function compareReached(
  { plugin, records }: { plugin: PluginServices; records: RecordService },
  campaign: string,
  periods: Beside<Period>,
): Promise<ReachedCompared | null> {
  const reached = { among: [{ field: 'id', ids: plugin.messages.reached({ campaign }) }] };
  const accounts = records.ids('contact', { ...reached, field: 'account' });
  const [{ rows }, bought] = await Promise.all([
    records.aggregate('contact', {
      ...reached,
      measures: [
        { function: 'count', as: 'people' },
        { function: 'distinct', field: 'account', as: 'accounts' },
      ],
    }),
    wonIn(records, periods, [{ field: 'account', ids: accounts }]),
  ]);
  const people = Number(rows[0]?.values['people'] ?? 0);
  if (people === 0) return null;
  return { people, accounts: Number(rows[0]?.values['accounts'] ?? 0), ...bought };
}
