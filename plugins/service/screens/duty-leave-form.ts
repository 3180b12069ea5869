import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** Who is away, and when. */
export const dutyLeaveForm = defineScreen({
  id: 'service.duty-leave-form',
  kind: 'form',
  entity: 'duty-leave',
  isFirst: true,
  body: ['person', 'from', 'until', 'reason'].map(field),
});
