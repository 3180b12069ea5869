import { boolean, date, defineEntity, relation, text, user, type RecordOf } from '../../../core/index.ts';

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
    responsible: user(),
  },
  indexes: [['campaign', 'due']],
});
export type CampaignCheck = RecordOf<typeof campaignCheck>;
