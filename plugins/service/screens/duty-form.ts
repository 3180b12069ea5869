import { defineScreen, fields } from '../../../core/index.ts';

/** Who is on duty, and when; a swap is asked for on its page. */
export const dutyForm = defineScreen({
  id: 'service.duty-form',
  kind: 'form',
  entity: 'duty',
  isFirst: true,
  body: fields('person', 'queue', 'startsAt', 'endsAt', 'rota', 'note'),
});
