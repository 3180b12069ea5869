import { defineScreen, fields } from '../../../core/index.ts';

/** Who is away, and when. */
export const dutyLeaveForm = defineScreen({
  id: 'service.duty-leave-form',
  kind: 'form',
  entity: 'duty-leave',
  isFirst: true,
  body: fields('person', 'from', 'until', 'reason'),
});
