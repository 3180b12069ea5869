import { definePlugin } from '../../core/index.ts';
import { socialChannel } from './channels/social.ts';
import { demo } from './demo/demo.ts';
import * as entities from './entities/index.ts';
import { checkout } from './roles/checkout.ts';
import { lead } from './roles/lead.ts';
import { marketer } from './roles/marketer.ts';
import { routes } from './routes.ts';
import * as screens from './screens/index.ts';
import { checkCampaign } from './subscribers/check-campaign.ts';
import { checkForm } from './subscribers/check-form.ts';
import { checkPromotion } from './subscribers/check-promotion.ts';
import { checkSocialPost } from './subscribers/check-social-post.ts';
import { checkSocialTarget } from './subscribers/check-social-target.ts';
import { checkTemplate } from './subscribers/check-template.ts';
import { fillChecklist } from './subscribers/fill-checklist.ts';
import { keepExperiment } from './subscribers/keep-experiment.ts';
import { sumRevenue } from './subscribers/sum-revenue.ts';
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
  screens: Object.values(screens),
  roles: [marketer, lead, checkout],
  routes,
  channels: (services) => [socialChannel(services)],
  subscribers: (services) => [
    ...[checkCampaign(services), fillChecklist(services), checkForm(services), keepExperiment],
    sumRevenue(services),
    ...[checkPromotion, checkSocialPost(services), checkSocialTarget(services)],
    checkTemplate(services),
  ],
  demo,
});
