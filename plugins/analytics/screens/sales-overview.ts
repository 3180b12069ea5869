import { defineScreen } from '../../../core/index.ts';

const report = (id: string, width: number) => ({
  id,
  node: 'report' as const,
  report: `analytics.${id}`,
  width,
});

/** How sales goes, at a glance: every tile is a report, with the figures of what its reader may see. */
export const salesOverview = defineScreen({
  id: 'analytics.sales-overview',
  kind: 'dashboard',
  entity: 'opportunity',
  nav: { group: 'analytics', icon: 'chart-column', order: 5 },
  shared: [
    { id: 'closes', fields: { opportunity: 'closeDate', 'sales-target': 'month' } },
    {
      id: 'seller',
      fields: {
        ...{ opportunity: 'owner', account: 'owner', 'customer-analysis': 'owner' },
        'sales-target': 'owner',
      },
    },
  ],
  body: [
    report('won-this-quarter', 4),
    report('sales-funnel', 8),
    report('forecast-against-target', 7),
    report('forecast-by-person', 5),
    report('won-by-month', 8),
    report('won-by-product', 4),
    report('sales-velocity', 12),
    report('accounts-by-sector', 6),
    report('customers-by-segment', 6),
    report('sales-activity', 6),
    report('cohorts', 6),
  ],
});
