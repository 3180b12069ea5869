import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** What the customer says; what was found and done about it comes later. */
export const complaintForm = defineScreen({
  id: 'service.complaint-form',
  kind: 'form',
  entity: 'complaint',
  isFirst: true,
  body: ['subject', 'description', 'contact', 'account', 'ticket', 'cause', 'responsible'].map(field),
});
