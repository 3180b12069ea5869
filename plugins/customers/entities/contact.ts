import {
  date,
  defineEntity,
  email,
  longText,
  phone,
  relation,
  select,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** A person, usually at an account. */
export const contact = defineEntity({
  id: 'contact',
  title: 'name',
  icon: 'contact',
  search: ['name', 'email', 'account.name'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    title: text({ max: 200 }),
    account: relation('account', { onDelete: 'clear' }),
    email: email(),
    phone: phone(),
    city: text({ max: 120 }),
    /** What one writes to them in. */
    language: select({ options: ['en', 'zh-CN'] }),
    birthday: date(),
    about: longText({ max: 10_000 }),
  },
  indexes: [['name'], ['account', 'name'], ['email'], ['city', 'name'], ['owner', 'name']],
});
export type Contact = RecordOf<typeof contact>;
