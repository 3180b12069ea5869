import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { campaign } from './entities/campaign.ts';
import { campaignCheck } from './entities/campaign-check.ts';
import { campaignSale } from './entities/campaign-sale.ts';
import { segment } from './entities/segment.ts';
import { template } from './entities/template.ts';
import { routes } from './routes.ts';
import { lead } from './roles/lead.ts';
import { marketer } from './roles/marketer.ts';
import { campaignBoard } from './screens/campaign-board.ts';
import { campaignCalendar } from './screens/campaign-calendar.ts';
import { campaignList } from './screens/campaign-list.ts';
import { campaignRecord } from './screens/campaign-record.ts';
import { segmentList } from './screens/segment-list.ts';
import { segmentRecord } from './screens/segment-record.ts';
import { templateRecord } from './screens/template-record.ts';
import { templates } from './screens/templates.ts';
import { creditSale } from './tasks/credit-sale.ts';
import { mailAudience } from './tasks/mail-audience.ts';
import { response } from './tasks/response.ts';
import { sendMail } from './tasks/send-mail.ts';
import { split } from './tasks/split.ts';

/** Whom to reach, with what, and what came of it. */
export const campaigns = definePlugin({
  id: 'campaigns',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [segment, template, campaign, campaignCheck, campaignSale],
  tasks: [split, sendMail, response, creditSale, mailAudience],
  flows: 'flows/*.bpmn',
  screens: [
    ...[campaignBoard, campaignList, campaignCalendar, campaignRecord],
    ...[segmentList, segmentRecord, templates, templateRecord],
  ],
  roles: [marketer, lead],
  routes,
  demo,
});
