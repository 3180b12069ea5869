import { defineScreen } from '../../../core/index.ts';

/** What it asks, and where it may stand, is said on its page. */
export const leadFormForm = defineScreen({
  id: 'campaigns.lead-form-form',
  kind: 'form',
  entity: 'lead-form',
  isFirst: true,
  body: ['name', 'campaign', 'about', 'isToConfirm'].map((field) => ({
    id: field,
    node: 'field' as const,
    field,
  })),
});
