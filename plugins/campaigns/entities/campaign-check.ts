import {
  boolean,
  date,
  defineEntity,
  formula,
  integer,
  relation,
  text,
  user,
  type RecordOf,
} from '../../../core/index.ts';

/** One thing to do before, during or after a campaign. */
export const campaignCheck = defineEntity({
  id: 'campaign-check',
  title: 'name',
  icon: 'list-checks',
  fields: {
    name: text({ required: true, max: 300 }),
    campaign: relation('campaign', { required: true }),
    isDone: boolean({ default: false }),
    due: date(),
    isLate: formula('isDone = false and due < $today()', boolean({ mark: 'bad' })),
    /** As its checklist had it: days from the first day of the campaign. */
    dueDays: integer({ isHidden: true }),
    responsible: user(),
  },
  indexes: [['campaign', 'due']],
});
export type CampaignCheck = RecordOf<typeof campaignCheck>;
