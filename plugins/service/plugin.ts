import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { cannedReply } from './entities/canned-reply.ts';
import { serviceAgent } from './entities/service-agent.ts';
import { serviceQueue } from './entities/service-queue.ts';
import { ticket } from './entities/ticket.ts';
import { ticketFile } from './entities/ticket-file.ts';
import { ticketFollower } from './entities/ticket-follower.ts';
import { ticketMessage } from './entities/ticket-message.ts';
import { agent } from './roles/agent.ts';
import { manager } from './roles/manager.ts';
import { cannedReplies } from './screens/canned-replies.ts';
import { queues } from './screens/queues.ts';
import { queueRecord } from './screens/queue-record.ts';
import { ticketBoard } from './screens/ticket-board.ts';
import { ticketRecord } from './screens/ticket-record.ts';
import { tickets } from './screens/tickets.ts';

/** What customers ask and complain about, and how it is answered in time. */
export const service = definePlugin({
  id: 'service',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [serviceQueue, serviceAgent, ticket, ticketMessage, ticketFile, ticketFollower, cannedReply],
  screens: [ticketBoard, tickets, ticketRecord, queues, queueRecord, cannedReplies],
  roles: [agent, manager],
  demo,
});
