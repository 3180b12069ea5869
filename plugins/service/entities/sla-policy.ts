import {
  boolean,
  calendar,
  defineEntity,
  duration,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';
import { priorities } from './ticket.ts';

/** What is promised for requests of a priority, in working time; the closest one counts: see `policyFor`. */
export const slaPolicy = defineEntity({
  id: 'sla-policy',
  title: 'name',
  icon: 'timer',
  fields: {
    name: text({ required: true, max: 120 }),
    priority: select({ required: true, default: 'normal', options: priorities }),
    queue: relation('service-queue', { onDelete: 'clear' }),
    /** Of the customers' contracts: a promise to them goes before one to all. */
    package: relation('service-package', { onDelete: 'clear' }),
    /** In whose hours it is counted, by id or name; the company's when empty. */
    calendar: calendar(),
    firstAnswer: duration({ min: 60 }),
    nextAnswer: duration({ min: 60 }),
    solution: duration({ min: 60 }),
    isActive: boolean({ default: true }),
  },
  indexes: [['priority']],
});
export type SlaPolicy = RecordOf<typeof slaPolicy>;
