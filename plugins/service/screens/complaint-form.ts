import { defineScreen, fields } from '../../../core/index.ts';

/** What the customer says; what was found and done about it comes later. */
export const complaintForm = defineScreen({
  id: 'service.complaint-form',
  kind: 'form',
  entity: 'complaint',
  isFirst: true,
  body: fields('subject', 'description', 'contact', 'account', 'ticket', 'cause', 'responsible'),
});
