import { defineReport, type Report, type ReportDefinition } from '../../../core/index.ts';

const stage = (...value: string[]) => [{ field: 'stage', operator: 'isOneOf' as const, value }];
const entity = 'opportunity';

/** How far deals came, whatever became of them: who is won or lost was talked to first. */
const funnel = defineReport({
  id: 'analytics.sales-funnel',
  definition: {
    entity,
    groups: [],
    measures: [
      { id: 'begun', function: 'count', title: 'analytics.report.figure.begun' },
      {
        id: 'engaged',
        function: 'count',
        conditions: [{ field: 'engageDate', operator: 'isFilled' }],
        title: 'analytics.report.figure.engaged',
      },
      { id: 'won', function: 'count', conditions: stage('won'), title: 'analytics.report.figure.won' },
    ],
    chart: 'funnel',
  },
});

/**
 * Sales velocity: open deals × chance of winning × mean amount ÷ days that winning takes, which is what a day brings.
 * The formula is common to sales operations; every part of it stands beside it.
 */
const velocity = defineReport({
  id: 'analytics.sales-velocity',
  definition: {
    entity,
    groups: [{ field: 'owner' }],
    measures: [
      {
        id: 'open',
        function: 'count',
        conditions: stage('prospecting', 'engaging'),
        title: 'analytics.report.figure.open',
      },
      { id: 'won', function: 'count', conditions: stage('won'), title: 'analytics.report.figure.won' },
      {
        id: 'ended',
        function: 'count',
        conditions: stage('won', 'lost'),
        title: 'analytics.report.figure.ended',
      },
      { id: 'rate', expression: 'won / ended', format: 'percent', title: 'analytics.report.figure.rate' },
      {
        id: 'mean',
        function: 'average',
        field: 'amount',
        conditions: stage('won'),
        title: 'analytics.report.figure.mean',
      },
      {
        id: 'days',
        function: 'median',
        ...{ field: 'closeDate', since: 'engageDate' },
        conditions: stage('won'),
        title: 'analytics.report.figure.days',
      },
      {
        id: 'velocity',
        expression: 'open * won / ended * mean / days',
        format: 'money',
        title: 'analytics.report.figure.velocity',
      },
    ],
    sort: { measure: 'velocity', isDescending: true },
    chart: 'table',
  },
});

const wonByMonth = defineReport({
  id: 'analytics.won-by-month',
  definition: {
    entity,
    conditions: stage('won'),
    groups: [{ field: 'closeDate', bucket: 'month' }],
    measures: [
      { id: 'amount', function: 'sum', field: 'amount' },
      { id: 'count', function: 'count' },
    ],
    chart: 'line',
  },
});

const wonThisQuarter = defineReport({
  id: 'analytics.won-this-quarter',
  definition: {
    entity,
    conditions: [...stage('won'), { field: 'closeDate', operator: 'within', value: 'thisQuarter' }],
    groups: [],
    measures: [
      { id: 'amount', function: 'sum', field: 'amount' },
      { id: 'count', function: 'count' },
    ],
    compare: 'closeDate',
    chart: 'number',
  },
});

const products = defineReport({
  id: 'analytics.won-by-product',
  definition: {
    entity,
    conditions: stage('won'),
    groups: [{ field: 'product' }],
    measures: [{ id: 'amount', function: 'sum', field: 'amount' }],
    sort: { measure: 'amount', isDescending: true },
    top: { count: 5, others: true },
    chart: 'pie',
  },
});

/** When deals are worked on: the last change of each, by day and hour. */
const activity = defineReport({
  id: 'analytics.sales-activity',
  definition: {
    entity,
    groups: [
      { field: 'updatedAt', bucket: 'hour' },
      { field: 'updatedAt', bucket: 'weekday' },
    ],
    measures: [{ id: 'count', function: 'count' }],
    chart: 'heat',
  },
});

const word = (id: string) => `analytics.report.figure.${id}`;
const amountOf = (id: string, where: ReturnType<typeof stage>) => ({
  ...{ id, function: 'sum' as const, field: 'amount', conditions: where, title: word(id) },
});

/**
 * Weighted pipeline: what open deals are worth times the chance that deals of their stage are won; common to sales
 * operations. The chances stand in the formula: a copy of the report has its own.
 */
const againstTarget = (
  id: string,
  groups: ReportDefinition['groups'],
  fields: string[],
  more: Pick<ReportDefinition, 'sort'> = {},
) =>
  defineReport({
    id: `analytics.${id}`,
    definition: {
      entity,
      conditions: [
        ...stage('prospecting', 'engaging', 'won'),
        { field: 'closeDate', operator: 'within', value: 'thisYear' },
      ],
      groups,
      beside: [
        {
          entity: 'sales-target',
          fields,
          conditions: [
            { field: 'covers', operator: 'isOneOf', value: ['person'] },
            { field: 'month', operator: 'within', value: 'thisYear' },
          ],
        },
      ],
      measures: [
        amountOf('won', stage('won')),
        { ...amountOf('engaging', stage('engaging')), drawn: 'none' },
        { ...amountOf('prospecting', stage('prospecting')), drawn: 'none' },
        {
          ...{ id: 'weighted', expression: 'engaging * 0.5 + prospecting * 0.1', format: 'money' },
          title: word('weighted'),
        },
        {
          ...{ id: 'forecast', expression: 'won + engaging * 0.5 + prospecting * 0.1', format: 'money' },
          ...{ title: word('forecast'), drawn: 'none' },
        },
        {
          ...{ id: 'target', of: 'sales-target', function: 'sum', field: 'amount' },
          ...{ title: word('target'), drawn: 'line' },
        },
        {
          ...{ id: 'reached', expression: '(won + engaging * 0.5 + prospecting * 0.1) / target' },
          ...{ format: 'percent', title: word('reached'), drawn: 'none' },
        },
      ],
      ...{ chart: 'bar', isStacked: true, ...more },
    },
  });

const forecastByMonth = againstTarget(
  'forecast-against-target',
  [{ field: 'closeDate', bucket: 'month' }],
  ['month'],
);
const forecastByPerson = againstTarget('forecast-by-person', [{ field: 'owner' }], ['owner'], {
  sort: { measure: 'forecast', isDescending: true },
});

export const salesReports: readonly Report[] = [
  forecastByMonth,
  forecastByPerson,
  funnel,
  velocity,
  wonByMonth,
  wonThisQuarter,
  products,
  activity,
];
