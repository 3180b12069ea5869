import { dateTime, defineEntity, integer, relation, text, type RecordOf } from '../../../core/index.ts';

/** One thing that somebody did, and the points it gave: why a lead has the score it has. */
export const leadSignal = defineEntity({
  id: 'lead-signal',
  title: 'what',
  icon: 'activity',
  fields: {
    lead: relation('lead', { onDelete: 'clear' }),
    what: text({ required: true, max: 200 }),
    points: integer({ required: true }),
    at: dateTime({ required: true }),
  },
  indexes: [['lead', 'at']],
});
export type LeadSignal = RecordOf<typeof leadSignal>;
