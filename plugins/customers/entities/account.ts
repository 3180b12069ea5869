import {
  decimal,
  defineEntity,
  integer,
  relation,
  select,
  text,
  url,
  type RecordOf,
} from '../../../core/index.ts';

export const sectors = [
  'technology',
  'software',
  'telecommunications',
  'medical',
  'retail',
  'finance',
  'manufacturing',
  'marketing',
  'entertainment',
  'employment',
  'education',
  'logistics',
  'energy',
  'services',
  'other',
] as const;

/** A company. Subsidiaries point at their parent, so that accounts form a tree. */
export const account = defineEntity({
  id: 'account',
  title: 'name',
  icon: 'building-2',
  search: ['name', 'website', 'officeLocation'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    sector: select({ options: sectors }),
    yearEstablished: integer({ min: 1000, max: 2200 }),
    revenue: decimal({ min: 0, scale: 2 }),
    employees: integer({ min: 0 }),
    officeLocation: text({ max: 200 }),
    website: url(),
    phone: text({ max: 60 }),
    subsidiaryOf: relation('account', { onDelete: 'clear' }),
  },
  indexes: [['name'], ['sector', 'name'], ['subsidiaryOf']],
});
export type Account = RecordOf<typeof account>;
