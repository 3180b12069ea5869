import { defineScreen } from '../../../core/index.ts';
import { reportTile } from '../reports/report-tile.ts';

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
    reportTile('won-this-quarter', 4),
    reportTile('sales-funnel', 8),
    reportTile('forecast-against-target', 7),
    reportTile('forecast-by-person', 5),
    reportTile('won-by-month', 8),
    reportTile('won-by-product', 4),
    reportTile('sales-velocity', 12),
    reportTile('accounts-by-sector', 6),
    reportTile('customers-by-segment', 6),
    reportTile('sales-activity', 6),
    reportTile('cohorts', 6),
  ],
});
