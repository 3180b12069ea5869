import {
  date,
  defineEntity,
  money,
  relation,
  relationMany,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

export const stages = [
  { value: 'prospecting', color: 'neutral' },
  { value: 'engaging', color: 'accent' },
  { value: 'won', color: 'good' },
  { value: 'lost', color: 'bad' },
] as const;

export const stageIds = ['prospecting', 'engaging', 'won', 'lost'] as const;
export type Stage = (typeof stageIds)[number];

/** A deal that may come about. An open one often has no amount yet: its product's price says how big it is. */
export const opportunity = defineEntity({
  id: 'opportunity',
  title: 'name',
  icon: 'target',
  search: ['name', 'account.name', 'product.name'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    account: relation('account', { onDelete: 'restrict' }),
    product: relation('product', { onDelete: 'restrict' }),
    /** Everybody on the customer's side who has a say or works on it. */
    contacts: relationMany('contact'),
    stage: select({ options: stages, required: true, default: 'prospecting' }),
    amount: money(),
    engageDate: date(),
    closeDate: date(),
    nextStep: text({ max: 500 }),
  },
  indexes: [
    ['stage', 'closeDate'],
    ['owner', 'stage'],
    ['account'],
    ['product'],
    ['name'],
    ['closeDate'],
    ['amount'],
  ],
});
export type Opportunity = RecordOf<typeof opportunity>;
