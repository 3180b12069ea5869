import { defineReport, type Report } from '../../../core/index.ts';

const is = (field: string, ...value: string[]) => [{ field, operator: 'isOneOf' as const, value }];
const entity = 'ticket';
const count = { function: 'count' as const };
const answered = { field: 'score', operator: 'isFilled' as const };

/** Of what was solved: how much in time, how long it took, and how content people were. Listed where there are requests. */
const levels = defineReport({
  id: 'analytics.service-levels',
  definition: {
    entity,
    conditions: [{ field: 'solvedAt', operator: 'isFilled' }],
    groups: [{ field: 'solvedAt', bucket: 'month' }],
    measures: [
      { id: 'solved', function: 'count', title: 'analytics.report.figure.solved' },
      {
        id: 'kept',
        function: 'count',
        conditions: is('level', 'kept'),
        title: 'analytics.report.figure.kept',
      },
      { id: 'share', expression: 'kept / solved', format: 'percent', title: 'analytics.report.figure.share' },
      {
        id: 'answer',
        function: 'median',
        ...{ field: 'firstAnsweredAt', since: 'createdAt' },
        title: 'analytics.report.figure.answer',
      },
      {
        id: 'solution',
        function: 'median',
        ...{ field: 'solvedAt', since: 'createdAt' },
        title: 'analytics.report.figure.solution',
      },
      { id: 'content', function: 'average', field: 'satisfaction', title: 'analytics.report.figure.content' },
    ],
    chart: 'table',
  },
});

const open = defineReport({
  id: 'analytics.open-requests',
  definition: {
    entity,
    conditions: is('status', 'new', 'open', 'waiting'),
    groups: [{ field: 'queue' }, { field: 'priority' }],
    measures: [{ id: 'count', function: 'count' }],
    isStacked: true,
    chart: 'bar',
  },
});

const late = defineReport({
  id: 'analytics.late-requests',
  definition: {
    entity,
    conditions: [...is('status', 'new', 'open'), ...is('level', 'late')],
    groups: [],
    measures: [{ id: 'count', function: 'count' }],
    chart: 'number',
  },
});

/** On the scale of one to five that requests are closed with. */
const satisfaction = defineReport({
  id: 'analytics.satisfaction',
  definition: {
    entity: 'survey',
    conditions: [...is('kind', 'csat'), { field: 'score', operator: 'isFilled' }],
    groups: [{ field: 'score' }],
    measures: [{ id: 'count', function: 'count' }],
    chart: 'bar',
  },
});

/** Of those asked each month; a promoter gives nine or ten, a detractor six or less (F. Reichheld, HBR 12/2003). */
const surveys = defineReport({
  id: 'analytics.survey-results',
  definition: {
    entity: 'survey',
    groups: [{ field: 'sentAt', bucket: 'month' }],
    measures: [
      { id: 'asked', function: 'count', title: 'analytics.report.figure.asked' },
      { id: 'answered', ...count, conditions: [answered], title: 'analytics.report.figure.answered' },
      {
        id: 'response',
        expression: 'answered / asked',
        format: 'percent',
        title: 'analytics.report.figure.response',
      },
      {
        id: 'csat',
        ...{ function: 'average', field: 'score' },
        conditions: is('kind', 'csat'),
        title: 'analytics.report.figure.csat',
      },
      {
        id: 'ces',
        ...{ function: 'average', field: 'score' },
        conditions: is('kind', 'ces'),
        title: 'analytics.report.figure.ces',
      },
      {
        id: 'rated',
        ...count,
        conditions: [...is('kind', 'nps'), answered],
        title: 'analytics.report.figure.rated',
      },
      {
        id: 'promoters',
        ...count,
        conditions: [...is('kind', 'nps'), { field: 'score', operator: 'over', value: 8 }],
        title: 'analytics.report.figure.promoters',
      },
      {
        id: 'detractors',
        ...count,
        conditions: [...is('kind', 'nps'), { field: 'score', operator: 'under', value: 7 }],
        title: 'analytics.report.figure.detractors',
      },
      {
        id: 'nps',
        expression: '(promoters - detractors) / rated * 100',
        title: 'analytics.report.figure.nps',
      },
    ],
    chart: 'table',
  },
});

const complaints = defineReport({
  id: 'analytics.complaints',
  definition: {
    entity: 'complaint',
    groups: [{ field: 'status' }, { field: 'cause' }],
    measures: [{ id: 'count', function: 'count' }],
    isStacked: true,
    chart: 'bar',
  },
});

export const serviceReports: readonly Report[] = [levels, open, late, satisfaction, surveys, complaints];
