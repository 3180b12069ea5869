import { defineScreen } from '../../../core/index.ts';

const report = (id: string, width: number) => ({
  id,
  node: 'report' as const,
  report: `analytics.${id}`,
  width,
});

/** From the first form to the last complaint: what marketing, sales and service bring, on one page. */
export const atAGlance = defineScreen({
  id: 'analytics.at-a-glance',
  kind: 'dashboard',
  entity: 'account',
  nav: { group: 'analytics', icon: 'gauge', order: 1 },
  body: [
    report('form-visitors', 6),
    report('leads-by-state', 6),
    report('won-this-quarter', 4),
    report('sales-funnel', 8),
    report('campaign-effect', 12),
    report('late-requests', 4),
    report('open-requests', 8),
    report('satisfaction', 6),
    report('complaints', 6),
    report('survey-results', 12),
  ],
});
