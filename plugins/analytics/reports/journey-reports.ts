import { defineReport, type Report } from '../../../core/index.ts';

/** Who filled in a form, and how many of them meant it. Listed where there are forms. */
const forms = defineReport({
  id: 'analytics.form-visitors',
  definition: {
    entity: 'form-submission',
    groups: [{ field: 'form' }],
    measures: [
      { id: 'filled', function: 'count', title: 'analytics.report.figure.filled' },
      {
        id: 'confirmed',
        function: 'count',
        conditions: [{ field: 'confirmedAt', operator: 'isFilled' }],
        title: 'analytics.report.figure.confirmed',
      },
      {
        id: 'fresh',
        function: 'count',
        conditions: [{ field: 'isNew', operator: 'is', value: true }],
        title: 'analytics.report.figure.fresh',
      },
    ],
    sort: { measure: 'filled', isDescending: true },
    chart: 'bar',
  },
});

const leads = defineReport({
  id: 'analytics.leads-by-state',
  definition: {
    entity: 'lead',
    groups: [{ field: 'state' }],
    measures: [
      { id: 'count', function: 'count' },
      { id: 'score', function: 'average', field: 'score', title: 'analytics.report.figure.score' },
    ],
    chart: 'table',
  },
});

export const journeyReports: readonly Report[] = [forms, leads];
