import {
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
    note: longText({ max: 1_000 }),
  },
  indexes: [['startsAt'], ['endsAt'], ['person', 'startsAt']],
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
