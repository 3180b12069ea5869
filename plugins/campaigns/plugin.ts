import { definePlugin } from '../../core/index.ts';
import { socialChannel } from './channels/social.ts';
import { demo } from './demo/demo.ts';
import * as entities from './entities/index.ts';
import { checkout } from './roles/checkout.ts';
import { lead } from './roles/lead.ts';
import { marketer } from './roles/marketer.ts';
import { routes } from './routes.ts';
import { campaignBoard } from './screens/campaign-board.ts';
import { campaignCalendar } from './screens/campaign-calendar.ts';
import { campaignForm } from './screens/campaign-form.ts';
import { campaignList } from './screens/campaign-list.ts';
import { campaignRecord } from './screens/campaign-record.ts';
import { checklistItemForm } from './screens/checklist-item-form.ts';
import { checklistList } from './screens/checklist-list.ts';
import { checklistRecord } from './screens/checklist-record.ts';
import { experimentList } from './screens/experiment-list.ts';
import { experimentRecord } from './screens/experiment-record.ts';
import { leadFormList } from './screens/lead-form-list.ts';
import { leadFormRecord } from './screens/lead-form-record.ts';
import { promotionCodeList } from './screens/promotion-code-list.ts';
import { promotionList } from './screens/promotion-list.ts';
import { promotionRecord } from './screens/promotion-record.ts';
import { redemptionList } from './screens/redemption-list.ts';
import { redemptionRecord } from './screens/redemption-record.ts';
import { segmentList } from './screens/segment-list.ts';
import { segmentRecord } from './screens/segment-record.ts';
import { socialAccountList } from './screens/social-account-list.ts';
import { socialAccountRecord } from './screens/social-account-record.ts';
import { socialCalendar } from './screens/social-calendar.ts';
import { socialPostBoard } from './screens/social-post-board.ts';
import { socialPostForm } from './screens/social-post-form.ts';
import { socialPostList } from './screens/social-post-list.ts';
import { socialPostRecord } from './screens/social-post-record.ts';
import { templateRecord } from './screens/template-record.ts';
import { templates } from './screens/templates.ts';
import { checkCampaign } from './subscribers/check-campaign.ts';
import { checkForm } from './subscribers/check-form.ts';
import { checkPromotion } from './subscribers/check-promotion.ts';
import { checkSocialPost } from './subscribers/check-social-post.ts';
import { checkSocialTarget } from './subscribers/check-social-target.ts';
import { fillChecklist } from './subscribers/fill-checklist.ts';
import { keepExperiment } from './subscribers/keep-experiment.ts';
import * as tasks from './tasks/index.ts';

/** Whom to reach, with what, and what came of it. */
export const campaigns = definePlugin({
  id: 'campaigns',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: Object.values(entities),
  tasks: Object.values(tasks),
  flows: 'flows/*.bpmn',
  starters: 'starters/*.bpmn',
  screens: [
    ...[campaignBoard, campaignList, campaignCalendar, campaignRecord, campaignForm],
    ...[checklistList, checklistRecord, checklistItemForm],
    ...[segmentList, segmentRecord, templates, templateRecord],
    ...[experimentList, experimentRecord],
    ...[leadFormList, leadFormRecord],
    ...[promotionList, promotionRecord, promotionCodeList, redemptionList, redemptionRecord],
    ...[socialCalendar, socialPostBoard, socialPostList, socialPostForm, socialPostRecord],
    ...[socialAccountList, socialAccountRecord],
  ],
  roles: [marketer, lead, checkout],
  routes,
  channels: (services) => [socialChannel(services)],
  subscribers: (services) => [
    ...[checkCampaign(services), fillChecklist(services), checkForm(services), keepExperiment],
    ...[checkPromotion, checkSocialPost(services), checkSocialTarget(services)],
  ],
  demo,
});
