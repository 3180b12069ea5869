import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { cannedReply } from './entities/canned-reply.ts';
import { serviceAgent } from './entities/service-agent.ts';
import { serviceQueue } from './entities/service-queue.ts';
import { slaPolicy } from './entities/sla-policy.ts';
import { ticket } from './entities/ticket.ts';
import { ticketDraft } from './entities/ticket-draft.ts';
import { ticketFile } from './entities/ticket-file.ts';
import { ticketFollower } from './entities/ticket-follower.ts';
import { ticketMessage } from './entities/ticket-message.ts';
import { ticketMail } from './receivers/ticket-mail.ts';
import { agent } from './roles/agent.ts';
import { manager } from './roles/manager.ts';
import { talkRoutes } from './routes/talk.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { cannedReplies } from './screens/canned-replies.ts';
import { queues } from './screens/queues.ts';
import { queueRecord } from './screens/queue-record.ts';
import { slaPolicies } from './screens/sla-policies.ts';
import { ticketBoard } from './screens/ticket-board.ts';
import { ticketRecord } from './screens/ticket-record.ts';
import { tickets } from './screens/tickets.ts';
import { messageCourse } from './subscribers/message-course.ts';
import { ticketLevel } from './subscribers/ticket-level.ts';

/** What customers ask and complain about, and how it is answered in time. */
export const service = definePlugin({
  id: 'service',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [
    ...[serviceQueue, serviceAgent, slaPolicy, cannedReply],
    ...[ticket, ticketMessage, ticketFile, ticketFollower, ticketDraft],
  ],
  screens: [ticketBoard, tickets, ticketRecord, queues, queueRecord, cannedReplies, slaPolicies],
  roles: [agent, manager],
  routes: (services) => [...talkRoutes(services), ...ticketRoutes(services)],
  receivers: (services) => [ticketMail(services)],
  subscribers: (services) => [messageCourse(services), ticketLevel(services)],
  demo,
});
