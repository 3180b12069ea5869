import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** A day that somebody puts on the calendar by hand. */
export const careOccasionForm = defineScreen({
  id: 'service.care-occasion-form',
  kind: 'form',
  entity: 'care-occasion',
  isFirst: true,
  body: ['name', 'occasion', 'contact', 'account', 'on', 'assignee'].map(field),
});
