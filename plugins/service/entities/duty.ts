import {
  boolean,
  dateTime,
  defineEntity,
  longText,
  relation,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** Who answers first when a customer complains, from when to when; for one queue, or for all. */
export const duty = defineEntity({
  id: 'duty',
  title: 'name',
  icon: 'siren',
  search: ['name'],
  fields: {
    /** The person's, unless something else was written. */
    name: text({ max: 200 }),
    person: user({ required: true }),
    startsAt: dateTime({ required: true }),
    endsAt: dateTime({ required: true }),
    queue: relation('service-queue', { onDelete: 'clear' }),
    rota: relation('duty-rota', { onDelete: 'clear', isPart: true }),
    /** Who is asked to take it over, and whether their next duty is taken in return. */
    offeredTo: user(),
    isSwap: boolean({ default: true }),
    note: longText({ max: 1_000 }),
    /** As the rota laid it out: what is otherwise was changed by hand, and stays. */
    plannedFor: user({ isHidden: true }),
    plannedFrom: dateTime({ isHidden: true }),
    plannedUntil: dateTime({ isHidden: true }),
  },
  indexes: [['startsAt'], ['endsAt'], ['person', 'startsAt'], ['rota', 'startsAt']],
  uniques: { once: { fields: ['rota', 'plannedFrom'] } },
  rules: {
    order: {
      expression: 'endsAt > startsAt',
      message: {
        en: 'The duty ends before it begins. Correct one of the times.',
        'zh-CN': '值班结束时间早于开始时间，请修改。',
      },
      field: 'endsAt',
    },
  },
});
export type Duty = RecordOf<typeof duty>;
