import {
  date,
  defineEntity,
  longText,
  relation,
  select,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';
import { occasions } from './care-plan.ts';

/** One day on which we think of one customer. Moved on the calendar, it happens on the other day. */
export const careOccasion = defineEntity({
  id: 'care-occasion',
  title: 'name',
  icon: 'calendar-heart',
  search: ['name', 'contact.name'],
  fields: {
    name: text({ required: true, max: 300 }),
    plan: relation('care-plan', { onDelete: 'clear' }),
    occasion: select({ required: true, options: occasions }),
    contact: relation('contact', { onDelete: 'clear' }),
    account: relation('account', { onDelete: 'clear' }),
    on: date({ required: true }),
    /** The day it came from: once for each plan, person and day, wherever it is moved. */
    due: date({ isHidden: true }),
    status: select({
      required: true,
      default: 'planned',
      options: [
        { value: 'planned', color: 'accent' },
        { value: 'done', color: 'good' },
        { value: 'skipped', color: 'neutral' },
        { value: 'cancelled', color: 'neutral' },
      ],
    }),
    assignee: user(),
    said: longText({ max: 5_000 }),
    /** Why nothing was sent. */
    reason: select({
      options: [
        { value: 'no-address' },
        { value: 'no-consent' },
        { value: 'suppressed' },
        { value: 'limit-reached' },
        { value: 'plan-off' },
        { value: 'not-sent' },
      ],
    }),
  },
  indexes: [['on'], ['plan', 'due'], ['contact', 'on'], ['status', 'on']],
  uniques: { once: { fields: ['plan', 'contact', 'due'] } },
});
export type CareOccasion = RecordOf<typeof careOccasion>;
