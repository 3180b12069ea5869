import { defineRole } from '../../../core/index.ts';
import { readingCustomers } from '../../customers/api.ts';

/** Finds out whom to reach, and reaches them. */
export const marketer = defineRole({
  id: 'campaigns.marketer',
  grants: [
    ...readingCustomers,
    { entity: 'opportunity', actions: ['read'] },
    { entity: 'lead', actions: ['read'] },
    { entity: 'product', actions: ['read'] },
    { entity: 'template', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'template-file', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'segment', actions: ['read', 'create', 'update', 'delete'] },
    {
      entity: 'campaign',
      actions: ['read', 'create', 'update', 'delete'],
      fields: { approvedBudget: 'read-only', budgetNote: 'read-only' },
    },
    { entity: 'checklist', actions: ['read'] },
    { entity: 'checklist-item', actions: ['read'] },
    { entity: 'campaign-check', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'campaign-sale', actions: ['read'] },
    { entity: 'experiment', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'exposure', actions: ['read'] },
    { entity: 'journey-member', actions: ['read'] },
    { entity: 'promotion', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'promotion-code', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'redemption', actions: ['read', 'create', 'update'] },
    { entity: 'social-account', actions: ['read', 'create', 'update', 'delete'] },
    {
      entity: 'social-post',
      actions: ['read', 'create', 'update', 'delete'],
      fields: { reason: 'read-only', postedAt: 'read-only' },
    },
    {
      entity: 'social-target',
      actions: ['read', 'create', 'update', 'delete'],
      fields: {
        ...{ state: 'read-only', reason: 'read-only', link: 'read-only', postedAt: 'read-only' },
        ...{ likes: 'read-only', shares: 'read-only', replies: 'read-only' },
      },
    },
    { entity: 'lead-form', actions: ['read', 'create', 'update', 'delete'] },
    { entity: 'form-submission', actions: ['read', 'delete'] },
  ],
  permissions: [
    ...['segments.manage', 'consent.read', 'consent.manage'],
    'flows.watch',
    ...['outbox.read', 'outbox.manage', 'templates.manage'],
    ...['campaigns.promotions', 'campaigns.redeem', 'campaigns.forms', 'campaigns.social'],
  ],
});
