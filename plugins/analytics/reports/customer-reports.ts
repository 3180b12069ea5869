import { defineReport, type Report } from '../../../core/index.ts';

const bySector = defineReport({
  id: 'analytics.accounts-by-sector',
  definition: {
    entity: 'account',
    groups: [{ field: 'sector' }],
    measures: [{ id: 'count', function: 'count' }],
    sort: { measure: 'count', isDescending: true },
    chart: 'bar',
  },
});

const bySegment = defineReport({
  id: 'analytics.customers-by-segment',
  definition: {
    entity: 'customer-analysis',
    conditions: [{ field: 'purchases', operator: 'over', value: 0 }],
    groups: [{ field: 'segment' }],
    measures: [
      { id: 'count', function: 'count' },
      { id: 'expected', function: 'sum', field: 'expectedRevenue' },
      { id: 'risk', function: 'average', field: 'churnRisk' },
    ],
    chart: 'table',
  },
});

/** Customers by when they first bought: how many of them are customers still, and what they brought. */
const cohorts = defineReport({
  id: 'analytics.cohorts',
  definition: {
    entity: 'customer-analysis',
    conditions: [{ field: 'purchases', operator: 'over', value: 0 }],
    groups: [{ field: 'firstPurchase', bucket: 'month' }],
    measures: [
      { id: 'customers', function: 'count', title: 'analytics.report.figure.customers' },
      {
        id: 'again',
        function: 'count',
        conditions: [{ field: 'purchases', operator: 'over', value: 1 }],
        title: 'analytics.report.figure.again',
      },
      {
        id: 'repeat',
        expression: 'again / customers',
        format: 'percent',
        title: 'analytics.report.figure.repeat',
      },
      { id: 'alive', function: 'average', field: 'aliveProbability', title: 'analytics.report.figure.alive' },
      { id: 'revenue', function: 'sum', field: 'revenue' },
    ],
    chart: 'table',
  },
});

export const customerReports: readonly Report[] = [bySector, bySegment, cohorts];
