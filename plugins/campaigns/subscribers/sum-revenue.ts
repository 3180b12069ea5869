import { idOf, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';
import { sumsOf } from '../models/sums.ts';

/**
 * What a campaign brought is the sum of the deals that count for it, also when one of them is corrected or taken back: in
 * the currency most of it came in, since money of two currencies has no sum.
 */
export const sumRevenue = (services: PluginServices): PluginSubscriber => ({
  entity: 'campaign-sale',
  async run(tx, events) {
    const told = events.filter(
      ({ type, changes }) => !type.endsWith('.updated') || 'revenue' in changes || 'campaign' in changes,
    );
    const named = told.flatMap(({ record, changes }) => [record?.['campaign'], changes['campaign']?.before]);
    const campaigns = new Set(named.flatMap((campaign) => idOf(campaign) ?? []));
    const records = services.records(services.self, tx);
    for (const campaign of [...campaigns].toSorted()) {
      // Whoever else adds to this campaign waits, so that its revenue is the sum of all.
      await tx`select pg_advisory_xact_lock(hashtextextended(${`campaign ${campaign}`}, 0))`;
      const { rows } = await records.aggregate('campaign-sale', {
        filter: { campaign: { eq: campaign } },
        measures: [{ function: 'sum', field: 'revenue' }],
      });
      const [most] = sumsOf(rows[0]?.values['sum.revenue']);
      await records.update('campaign', [{ id: campaign, values: { revenue: most ?? null } }]);
    }
  },
});
