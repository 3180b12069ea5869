import {
  boolean,
  choice,
  date,
  decimal,
  defineEntity,
  formula,
  integer,
  longText,
  money,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';
import { goalFigures } from '../models/goal/goal-figures.ts';

const states = [
  { value: 'draft', color: 'neutral' },
  { value: 'waiting', color: 'warn' },
  { value: 'approved', color: 'accent' },
  { value: 'planned', color: 'accent' },
  { value: 'running', color: 'violet' },
  { value: 'finished', color: 'good' },
] as const;

/** What one wants to reach, with whom, for how much, and what came of it. */
export const campaign = defineEntity({
  id: 'campaign',
  title: 'name',
  icon: 'megaphone',
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    state: select({ options: states, required: true, default: 'draft' }),
    objective: select({ options: ['attention', 'leads', 'sales', 'loyalty'] }),
    /** What is counted, how much of it is wanted, and by when; without a day, until the campaign ends. */
    goalFigure: select({ options: goalFigures }),
    goalTarget: integer({ min: 1, max: 1_000_000_000 }),
    goalBy: date(),
    /** Its to-dos are made from it. */
    checklist: relation('checklist', { onDelete: 'clear' }),
    audience: relation('segment', { onDelete: 'restrict' }),
    /** A flow that sends in its name; without one, everybody in the audience gets the template. */
    journey: text({ max: 120 }),
    template: relation('template', { onDelete: 'restrict' }),
    purpose: choice({ from: 'purposes', default: 'news' }),
    startDate: date(),
    endDate: date(),
    budget: money(),
    /** What whoever leads marketing said yes to; it runs on no more than that. */
    approvedBudget: money(),
    budgetNote: text({ max: 2_000 }),
    cost: money(),
    revenue: money(),
    returnOnCost: formula(
      'cost > 0 ? $round((revenue - cost) / cost, 3) : null',
      decimal({ format: 'percent' }),
    ),
    /** Nothing of it is posted in social networks before whoever leads marketing has said yes. */
    approvesPosts: boolean({ default: false }),
    market: longText({ max: 10_000 }),
    risks: longText({ max: 10_000 }),
    /** What they said when it was over, written before its owner looks back. */
    figures: longText({ max: 10_000 }),
    wentWell: longText({ max: 10_000 }),
    wentBadly: longText({ max: 10_000 }),
    lessons: longText({ max: 10_000 }),
  },
  indexes: [
    ['state', 'startDate'],
    ['startDate'],
    ['audience'],
    ['journey'],
    ['template'],
    ['checklist'],
    ['name'],
  ],
  rules: {
    order: {
      expression: 'endDate >= startDate',
      message: { en: 'The last day comes before the first.', 'zh-CN': '结束日期早于开始日期。' },
      field: 'endDate',
    },
    goal: {
      expression: 'goalBy >= startDate',
      message: {
        en: 'The goal is to be reached before the campaign begins.',
        'zh-CN': '目标日期早于活动开始日期。',
      },
      field: 'goalBy',
    },
  },
});
export type Campaign = RecordOf<typeof campaign>;
