import { defineScreen, fields } from '../../../core/index.ts';

/** What it asks, and where it may stand, is said on its page. */
export const leadFormForm = defineScreen({
  id: 'campaigns.lead-form-form',
  kind: 'form',
  entity: 'lead-form',
  isFirst: true,
  body: fields('name', 'campaign', 'about', 'isToConfirm'),
});
