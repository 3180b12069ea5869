import { defineEntity, longText, rollup, text, type RecordOf } from '../../../core/index.ts';

/** What is to be done for every campaign of a kind: a campaign that names it begins with its to-dos. */
export const checklist = defineEntity({
  id: 'checklist',
  title: 'name',
  icon: 'list-checks',
  fields: {
    name: text({ required: true, max: 200 }),
    about: longText({ max: 2_000 }),
    items: rollup('checklist-item', 'count', { by: 'checklist' }),
  },
  indexes: [['name']],
});
export type Checklist = RecordOf<typeof checklist>;
