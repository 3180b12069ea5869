import { defineReport, type Report } from '../../../core/index.ts';

/** What campaigns cost and brought: the return is (revenue − cost) ÷ cost. Listed where there are campaigns. */
export const campaignReports: readonly Report[] = [
  defineReport({
    id: 'analytics.campaign-effect',
    definition: {
      entity: 'campaign',
      groups: [{ field: 'name' }],
      measures: [
        { id: 'cost', function: 'sum', field: 'cost' },
        { id: 'revenue', function: 'sum', field: 'revenue' },
        {
          id: 'gain',
          expression: 'cost > 0 ? (revenue - cost) / cost : null',
          format: 'percent',
          title: 'analytics.report.figure.gain',
        },
      ],
      sort: { measure: 'revenue', isDescending: true },
      chart: 'table',
    },
  }),
];
