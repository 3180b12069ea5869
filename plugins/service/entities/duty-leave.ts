import { date, defineEntity, text, user, type RecordOf } from '../../../core/index.ts';

/** Days on which somebody is away, both ends among them: others take their turns. */
export const dutyLeave = defineEntity({
  id: 'duty-leave',
  title: 'name',
  icon: 'plane',
  search: ['name', 'reason'],
  fields: {
    /** The person's, unless something else was written. */
    name: text({ max: 200 }),
    person: user({ required: true }),
    from: date({ required: true }),
    until: date({ required: true }),
    reason: text({ max: 200 }),
  },
  indexes: [['person', 'until'], ['from']],
  rules: {
    order: {
      expression: 'until >= from',
      message: {
        en: 'The absence ends before it begins. Correct one of the days.',
        'zh-CN': '结束日期早于开始日期，请修改。',
      },
      field: 'until',
    },
  },
});
export type DutyLeave = RecordOf<typeof dutyLeave>;
