import type { PluginServices, PluginSubscriber } from '../../../core/index.ts';
import { checkPolicy } from './check-policy.ts';
import { checkSite } from './check-site.ts';
import { completeTicket } from './complete-ticket.ts';
import { messageCourse } from './message-course.ts';
import { namePerson } from './name-person.ts';
import { tellRotas } from './tell-rotas.ts';
import { ticketLevel } from './ticket-level.ts';

export const subscribers = (services: PluginServices): PluginSubscriber[] =>
  [
    ...[completeTicket, messageCourse, ticketLevel, checkPolicy, checkSite],
    ...(['duty', 'duty-place', 'duty-leave', 'service-agent'] as const).map(namePerson),
    ...(['duty-place', 'duty-leave'] as const).map(tellRotas),
  ].map((hear) => hear(services));
