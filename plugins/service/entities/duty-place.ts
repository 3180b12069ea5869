import { defineEntity, integer, relation, text, user, type RecordOf } from '../../../core/index.ts';

/** A person of a rota; the first turns go by the position, later ones to who had none for longest. */
export const dutyPlace = defineEntity({
  id: 'duty-place',
  title: 'name',
  icon: 'user',
  fields: {
    /** The person's. */
    name: text({ max: 200 }),
    rota: relation('duty-rota', { onDelete: 'clear', isPart: true }),
    person: user({ required: true }),
    position: integer({ required: true, min: 1, max: 1_000, default: 1 }),
  },
  indexes: [['rota', 'position']],
  uniques: { once: { fields: ['rota', 'person'] } },
});
export type DutyPlace = RecordOf<typeof dutyPlace>;
