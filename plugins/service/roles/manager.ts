import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';
import { outcome, whoIsWriting } from './grants.ts';

/** Runs the service desk: queues, people, promises, and whatever went wrong. */
export const manager = defineRole({
  id: 'service.manager',
  permissions: ['service.answer', 'service.manage', 'views.share'],
  grants: [
    ...readingCustomers,
    { entity: 'contact', actions: ['create', 'update'] },
    { entity: 'opportunity', actions: ['read'] },
    { entity: 'product', actions: ['read'] },
    { entity: 'ticket', actions: ['read', 'create', 'update', 'delete'], fields: outcome },
    whoIsWriting,
    // Versions are made by approving, and stay as they are.
    { entity: 'article-version', actions: ['read'] },
    ...[
      'ticket-message',
      'ticket-file',
      'ticket-follower',
      'canned-reply',
      'service-queue',
      'service-agent',
      'sla-policy',
      'survey',
      'complaint',
      'service-package',
      'service-contract',
      'article',
      'service-site',
      'duty',
      'duty-rota',
      'duty-place',
      'duty-leave',
      'care-plan',
      'care-occasion',
    ].map((entity) => ({ entity, actions: ['read', 'create', 'update', 'delete'] as const })),
  ],
});
