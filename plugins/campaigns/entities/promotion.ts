import {
  boolean,
  date,
  decimal,
  defineEntity,
  integer,
  longText,
  money,
  relation,
  rollup,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'draft', color: 'neutral' },
  { value: 'active', color: 'good' },
  { value: 'paused', color: 'warn' },
  { value: 'ended', color: 'neutral' },
] as const;
const time = String.raw`/^([01][0-9]|2[0-3]):[0-5][0-9]$/`;

/** What buyers get, under which conditions, how often, and when. A coupon wants a code; all else counts by itself. */
export const promotion = defineEntity({
  id: 'promotion',
  title: 'name',
  icon: 'badge-percent',
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    kind: select({
      options: ['coupon', 'spend-and-save', 'gift', 'flash-sale'],
      required: true,
      default: 'coupon',
    }),
    state: select({ options: states, required: true, default: 'draft' }),
    benefit: select({ options: ['percent', 'amount', 'gift'], required: true, default: 'percent' }),
    percent: decimal({ min: 0, max: 100, scale: 2 }),
    amount: money(),
    gift: relation('product', { onDelete: 'restrict' }),
    mostDiscount: money(),
    minimumSpend: money(),
    isRepeated: boolean({ default: false }),
    product: relation('product', { onDelete: 'restrict' }),
    stacking: select({ options: ['with-others', 'alone'], required: true, default: 'with-others' }),
    totalLimit: integer({ min: 1 }),
    customerLimit: integer({ min: 1 }),
    startsOn: date(),
    startsAt: text({ max: 5 }),
    endsOn: date(),
    endsAt: text({ max: 5 }),
    timeZone: text({ max: 60 }),
    terms: longText({ max: 5_000 }),
    campaign: relation('campaign', { onDelete: 'clear' }),
    redeemed: rollup('redemption', 'count', { by: 'promotion', where: { state: 'redeemed' } }),
    discounted: rollup('redemption', 'sum', {
      by: 'promotion',
      field: 'discount',
      where: { state: 'redeemed' },
    }),
  },
  indexes: [['state', 'kind'], ['name']],
  rules: {
    order: {
      expression: 'endsOn >= startsOn',
      message: { en: 'The last day comes before the first.', 'zh-CN': '结束日期早于开始日期。' },
      field: 'endsOn',
    },
    startsAt: {
      expression: `$contains(startsAt, ${time})`,
      message: { en: 'Write a time of day such as 09:00.', 'zh-CN': '请填写时间，例如 09:00。' },
      field: 'startsAt',
    },
    endsAt: {
      expression: `$contains(endsAt, ${time})`,
      message: { en: 'Write a time of day such as 18:30.', 'zh-CN': '请填写时间，例如 18:30。' },
      field: 'endsAt',
    },
    percent: {
      expression: "state != 'active' or benefit != 'percent' or percent > 0",
      message: {
        en: 'Before it starts it needs a percentage above nothing.',
        'zh-CN': '启用前请填写大于零的百分比。',
      },
      field: 'percent',
    },
  },
});
export type Promotion = RecordOf<typeof promotion>;
