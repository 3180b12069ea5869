import { date, defineEntity, money, select, text, type RecordOf } from '../../../core/index.ts';

/**
 * What its owner is to win in a month. A manager has one for the whole team beside one's own: the two are compared, never
 * added.
 */
export const salesTarget = defineEntity({
  id: 'sales-target',
  title: 'name',
  icon: 'target',
  owner: true,
  fields: {
    name: text({ max: 200 }),
    covers: select({ options: ['person', 'team'], required: true, default: 'person' }),
    /** Its first day. */
    month: date({ required: true }),
    amount: money({ required: true }),
  },
  uniques: { once: { fields: ['owner', 'covers', 'month'] } },
  indexes: [['month', 'covers']],
});
export type SalesTarget = RecordOf<typeof salesTarget>;
