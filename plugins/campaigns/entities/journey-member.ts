import {
  boolean,
  dateTime,
  defineEntity,
  money,
  relation,
  text,
  type RecordOf,
} from '../../../core/index.ts';

/** That somebody entered a journey that holds some out, in which group, and whether they bought afterwards. */
export const journeyMember = defineEntity({
  id: 'journey-member',
  title: 'journey',
  icon: 'split',
  search: ['journey', 'member.name'],
  fields: {
    /** Key of the flow. */
    journey: text({ required: true, max: 120 }),
    member: relation('contact', { onDelete: 'clear' }),
    /** As the split called it. */
    group: text({ required: true, max: 40 }),
    isHeldOut: boolean({ default: false }),
    enteredAt: dateTime({ required: true }),
    boughtAt: dateTime(),
    revenue: money(),
  },
  indexes: [['journey', 'isHeldOut'], ['member']],
  uniques: { once: { fields: ['journey', 'member'] } },
});
export type JourneyMember = RecordOf<typeof journeyMember>;
