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
import * as screens from './screens/index.ts';
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
  screens: Object.values(screens),
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
