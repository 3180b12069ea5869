import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';
import { outcome, whoIsWriting } from './grants.ts';

/** Answers requests. Everybody sees them all, so that nobody who asks twice is told two things. */
export const agent = defineRole({
  id: 'service.agent',
  permissions: ['service.answer'],
  grants: [
    ...readingCustomers,
    { entity: 'contact', actions: ['create', 'update'] },
    { entity: 'opportunity', actions: ['read'] },
    { entity: 'ticket', actions: ['read', 'create', 'update'], fields: outcome },
    whoIsWriting,
    { entity: 'ticket-message', actions: ['read'] },
    { entity: 'ticket-file', actions: ['read'] },
    { entity: 'ticket-follower', actions: ['read', 'create', 'delete'] },
    { entity: 'canned-reply', actions: ['read', 'create', 'update'] },
    { entity: 'service-queue', actions: ['read'] },
    { entity: 'service-agent', actions: ['read'] },
    { entity: 'sla-policy', actions: ['read'] },
    { entity: 'survey', actions: ['read'] },
    { entity: 'complaint', actions: ['read', 'create', 'update'] },
    { entity: 'service-contract', actions: ['read', 'create', 'update'] },
    { entity: 'service-package', actions: ['read'] },
    { entity: 'product', actions: ['read'] },
    { entity: 'duty', actions: ['read'] },
    // Who has it may ask somebody else to take it over.
    {
      entity: 'duty',
      actions: ['update'],
      where: { person: { eq: '$actor.id' } },
      fields: {
        ...{ name: 'read-only', person: 'read-only', startsAt: 'read-only', endsAt: 'read-only' },
        ...{ queue: 'read-only', rota: 'read-only' },
      },
    },
    { entity: 'duty-rota', actions: ['read'] },
    { entity: 'duty-place', actions: ['read'] },
    { entity: 'duty-leave', actions: ['read'] },
    {
      entity: 'duty-leave',
      actions: ['create', 'update', 'delete'],
      where: { person: { eq: '$actor.id' } },
    },
    { entity: 'care-plan', actions: ['read'] },
    { entity: 'care-occasion', actions: ['read', 'create', 'update'] },
    // Approving is the manager's, by the flow.
    {
      entity: 'article',
      actions: ['read', 'create', 'update'],
      fields: { edition: 'read-only', helped: 'read-only', helpedNot: 'read-only' },
    },
    { entity: 'article-version', actions: ['read'] },
  ],
});
