import { article } from './article.ts';
import { articleVersion } from './article-version.ts';
import { cannedReply } from './canned-reply.ts';
import { careOccasion } from './care-occasion.ts';
import { carePlan } from './care-plan.ts';
import { complaint } from './complaint.ts';
import { duty } from './duty.ts';
import { dutyLeave } from './duty-leave.ts';
import { dutyPlace } from './duty-place.ts';
import { dutyRota } from './duty-rota.ts';
import { portalSession } from './portal-session.ts';
import { serviceAgent } from './service-agent.ts';
import { serviceContract } from './service-contract.ts';
import { servicePackage } from './service-package.ts';
import { serviceQueue } from './service-queue.ts';
import { serviceSite } from './service-site.ts';
import { slaPolicy } from './sla-policy.ts';
import { survey } from './survey.ts';
import { ticket } from './ticket.ts';
import { ticketDraft } from './ticket-draft.ts';
import { ticketFile } from './ticket-file.ts';
import { ticketFollower } from './ticket-follower.ts';
import { ticketMessage } from './ticket-message.ts';

export const entities = [
  ...[serviceQueue, serviceAgent, slaPolicy, cannedReply, servicePackage, serviceContract],
  ...[ticket, ticketMessage, ticketFile, ticketFollower, ticketDraft],
  ...[survey, complaint, dutyRota, dutyPlace, dutyLeave, duty, article, articleVersion],
  ...[serviceSite, portalSession, carePlan, careOccasion],
];
