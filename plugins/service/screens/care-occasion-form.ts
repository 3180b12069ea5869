import { defineScreen, fields } from '../../../core/index.ts';

/** A day that somebody puts on the calendar by hand. */
export const careOccasionForm = defineScreen({
  id: 'service.care-occasion-form',
  kind: 'form',
  entity: 'care-occasion',
  isFirst: true,
  body: fields('name', 'occasion', 'contact', 'account', 'on', 'assignee'),
});
