import {
  boolean,
  choice,
  date,
  defineEntity,
  integer,
  longText,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

export const occasions = [
  { value: 'birthday', color: 'violet' },
  { value: 'holiday', color: 'warn' },
  { value: 'visit', color: 'accent' },
] as const;

/** When we think of customers unasked, and how. Nothing happens before somebody switches it on. */
export const carePlan = defineEntity({
  id: 'care-plan',
  title: 'name',
  icon: 'heart-handshake',
  search: ['name'],
  fields: {
    name: text({ required: true, max: 120 }),
    occasion: select({ required: true, default: 'birthday', options: occasions }),
    isActive: boolean({ default: false }),
    how: select({ required: true, default: 'mail', options: [{ value: 'mail' }, { value: 'person' }] }),
    whom: select({ required: true, default: 'all', options: [{ value: 'all' }, { value: 'contract' }] }),
    /** Those who are written to in it; everybody when empty. */
    language: select({ options: ['en', 'zh-CN'] }),
    /** Of a holiday. One that moves, such as the Spring Festival, is not yearly: its day is set each year. */
    day: date(),
    isYearly: boolean({ default: true }),
    /** Of return visits: so long after the last. */
    months: integer({ min: 1, max: 60 }),
    daysBefore: integer({ min: 0, max: 40, default: 0 }),
    /** What people must have agreed to. */
    purpose: choice({ from: 'service.care-purposes', required: true, default: 'news' }),
    subject: text({ max: 200 }),
    text: longText({ max: 5_000 }),
    subjectZh: text({ max: 200 }),
    textZh: longText({ max: 5_000 }),
  },
  indexes: [['isActive', 'name']],
  rules: {
    day: {
      expression: "occasion != 'holiday' or day != null",
      message: { en: 'Say on which day the holiday is.', 'zh-CN': '请填写节日的日期。' },
      field: 'day',
    },
    months: {
      expression: "occasion != 'visit' or months != null",
      message: {
        en: 'Say after how many months somebody comes again.',
        'zh-CN': '请填写相隔几个月再次回访。',
      },
      field: 'months',
    },
    subject: {
      expression: "how != 'mail' or isActive != true or (subject != null and text != null)",
      message: {
        en: 'A mail needs a subject and a text before the plan can be on.',
        'zh-CN': '启用前请填写邮件的主题和正文。',
      },
      field: 'subject',
    },
  },
});
export type CarePlan = RecordOf<typeof carePlan>;
