import {
  date,
  dateTime,
  decimal,
  defineEntity,
  integer,
  money,
  multiSelect,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';
import { reasons } from '../models/churn.ts';
import { rfmSegments } from '../models/rfm.ts';

const colors: Record<(typeof rfmSegments)[number], string> = {
  champion: 'good',
  loyal: 'good',
  promising: 'accent',
  new: 'accent',
  attention: 'warn',
  'at-risk': 'warn',
  'do-not-lose': 'bad',
  asleep: 'neutral',
  lost: 'neutral',
};

/** What an account's purchases say about it, as of the last analysis. Flows start on it like on any record. */
export const customerAnalysis = defineEntity({
  id: 'customer-analysis',
  title: 'name',
  icon: 'chart-line',
  search: ['name'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    account: relation('account', { onDelete: 'clear', unique: true }),
    segment: select({ options: rfmSegments.map((value) => ({ value, color: colors[value] })) }),
    purchases: integer({ min: 0 }),
    revenue: money(),
    firstPurchase: date(),
    lastPurchase: date(),
    recencyScore: integer({ min: 1, max: 5 }),
    frequencyScore: integer({ min: 1, max: 5 }),
    monetaryScore: integer({ min: 1, max: 5 }),
    aliveProbability: decimal({ min: 0, max: 1, scale: 3, format: 'percent' }),
    expectedPurchases: decimal({ min: 0, scale: 2 }),
    expectedRevenue: money(),
    churnRisk: decimal({ min: 0, max: 1, scale: 3, format: 'percent' }),
    /** Days without a purchase that the risk is about. */
    churnHorizon: integer({ min: 1 }),
    churnReasons: multiSelect({ options: reasons }),
    analysedAt: dateTime(),
  },
  indexes: [['segment'], ['churnRisk'], ['account'], ['expectedRevenue']],
});
export type CustomerAnalysis = RecordOf<typeof customerAnalysis>;
