import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** Who is on duty, and when; a swap is asked for on its page. */
export const dutyForm = defineScreen({
  id: 'service.duty-form',
  kind: 'form',
  entity: 'duty',
  isFirst: true,
  body: ['person', 'queue', 'startsAt', 'endsAt', 'rota', 'note'].map(field),
});
