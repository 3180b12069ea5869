import { defineScreen } from '../../../core/index.ts';
import { reportTile } from '../reports/report-tile.ts';

/** From the first form to the last complaint: what marketing, sales and service bring, on one page. */
export const atAGlance = defineScreen({
  id: 'analytics.at-a-glance',
  kind: 'dashboard',
  entity: 'account',
  nav: { group: 'analytics', icon: 'gauge', order: 1 },
  body: [
    reportTile('form-visitors', 6),
    reportTile('leads-by-state', 6),
    reportTile('won-this-quarter', 4),
    reportTile('sales-funnel', 8),
    reportTile('campaign-effect', 12),
    reportTile('late-requests', 4),
    reportTile('open-requests', 8),
    reportTile('satisfaction', 6),
    reportTile('complaints', 6),
    reportTile('survey-results', 12),
  ],
});
