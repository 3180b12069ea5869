import { dateTime, defineEntity, money, relation, text, type RecordOf } from '../../../core/index.ts';

/** A deal that was won after a campaign had written to somebody there: the last message before it counts. */
export const campaignSale = defineEntity({
  id: 'campaign-sale',
  title: 'name',
  icon: 'badge-check',
  fields: {
    name: text({ required: true, max: 200 }),
    campaign: relation('campaign', { required: true }),
    opportunity: relation('opportunity', { required: true, unique: true }),
    contact: relation('contact'),
    revenue: money(),
    soldAt: dateTime(),
    /** The message, in the outbox. */
    message: text({ max: 40 }),
  },
  indexes: [['campaign', 'soldAt'], ['contact']],
});
export type CampaignSale = RecordOf<typeof campaignSale>;
