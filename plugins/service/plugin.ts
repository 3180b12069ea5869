import { choicePlace, definePlugin } from '../../core/index.ts';
import { carePurposes } from './models/care-purposes.ts';
import { demo } from './demo/demo.ts';
import { entities } from './entities/all.ts';
import { ticketMail } from './receivers/ticket-mail.ts';
import { agent } from './roles/agent.ts';
import { manager } from './roles/manager.ts';
import { articleRoutes } from './routes/articles.ts';
import { chatRoutes } from './routes/chat.ts';
import { portalArticleRoutes } from './routes/portal-articles.ts';
import { portalPageRoutes } from './routes/portal-page.ts';
import { portalRequestRoutes } from './routes/portal-requests.ts';
import { portalSessionRoutes } from './routes/portal-sessions.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { talkRoutes } from './routes/talk.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { agents } from './screens/agents.ts';
import { articleRecord } from './screens/article-record.ts';
import { articles } from './screens/articles.ts';
import { cannedReplies } from './screens/canned-replies.ts';
import { careCalendar } from './screens/care-calendar.ts';
import { careOccasionRecord } from './screens/care-occasion-record.ts';
import { carePlanRecord } from './screens/care-plan-record.ts';
import { carePlans } from './screens/care-plans.ts';
import { complaintRecord } from './screens/complaint-record.ts';
import { complaints } from './screens/complaints.ts';
import { contracts } from './screens/contracts.ts';
import { desk } from './screens/desk.ts';
import { dutyCalendar } from './screens/duty-calendar.ts';
import { dutyLeaves } from './screens/duty-leaves.ts';
import { dutyRecord } from './screens/duty-record.ts';
import { dutyRotaRecord } from './screens/duty-rota-record.ts';
import { dutyRotas } from './screens/duty-rotas.ts';
import { queueRecord } from './screens/queue-record.ts';
import { queues } from './screens/queues.ts';
import { siteRecord } from './screens/site-record.ts';
import { sites } from './screens/sites.ts';
import { slaPolicies } from './screens/sla-policies.ts';
import { surveys } from './screens/surveys.ts';
import { ticketBoard } from './screens/ticket-board.ts';
import { ticketRecord } from './screens/ticket-record.ts';
import { tickets } from './screens/tickets.ts';
import { subscribers } from './subscribers/all.ts';
import { tasks } from './tasks/all.ts';

/** What customers ask and complain about, and how it is answered in time. */
export const service = definePlugin({
  id: 'service',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities,
  tasks,
  flows: 'flows/*.bpmn',
  screens: [
    ...[desk, ticketBoard, tickets, ticketRecord, complaints, complaintRecord, surveys, contracts],
    ...[queues, queueRecord, agents, cannedReplies, slaPolicies, articles, articleRecord],
    ...[sites, siteRecord, careCalendar, careOccasionRecord, carePlans, carePlanRecord],
    ...[dutyCalendar, dutyRecord, dutyRotas, dutyRotaRecord, dutyLeaves],
  ],
  roles: [agent, manager],
  routes: (services) =>
    [
      ...[talkRoutes, ticketRoutes, surveyRoutes, articleRoutes],
      ...[portalPageRoutes, portalSessionRoutes, portalRequestRoutes, portalArticleRoutes],
      chatRoutes,
    ].flatMap((routes) => routes(services)),
  receivers: (services) => [ticketMail(services)],
  subscribers,
  offers: { [choicePlace]: [carePurposes] },
  demo,
});
