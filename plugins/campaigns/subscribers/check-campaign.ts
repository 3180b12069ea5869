import { invalid, Problem, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';
import { hasAgreedBudget } from '../models/budget.ts';

const underWay = ['approved', 'planned', 'running'];

/**
 * A campaign runs on what was agreed to, and on no more, writes for a purpose that people know, and is planned for a day.
 */
export const checkCampaign = (services: PluginServices): PluginSubscriber => ({
  entity: 'campaign',
  async run(tx, events) {
    for (const { changes, record } of events) {
      const purpose = changes['purpose']?.after;
      if (
        typeof purpose === 'string' &&
        !(await services.messages.purposes(tx)).some(({ id }) => id === purpose)
      )
        throw invalid([{ pointer: '/purpose', code: 'purpose-unknown', params: { purpose } }]);
      if (record?.['state'] === 'planned' && !record['startDate'])
        throw invalid([{ pointer: '/startDate', code: 'campaign-start-missing' }]);
      if (!record || !underWay.includes(String(record['state']))) continue;
      if (!['state', 'budget', 'approvedBudget'].some((field) => field in changes)) continue;
      if (!hasAgreedBudget(record)) throw new Problem({ status: 409, code: 'campaign-budget-open' });
    }
  },
});
