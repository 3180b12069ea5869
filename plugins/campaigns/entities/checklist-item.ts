import { defineEntity, integer, relation, text, user, type RecordOf } from '../../../core/index.ts';

/** One to-do of a checklist, due so many days after a campaign begins, or before where they are below nothing. */
export const checklistItem = defineEntity({
  id: 'checklist-item',
  title: 'name',
  icon: 'list-checks',
  fields: {
    name: text({ required: true, max: 300 }),
    checklist: relation('checklist', { required: true }),
    dueDays: integer({ min: -365, max: 365 }),
    /** The owner of the campaign where it is empty. */
    responsible: user(),
  },
  indexes: [['checklist', 'dueDays']],
});
export type ChecklistItem = RecordOf<typeof checklistItem>;
