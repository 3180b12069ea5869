import { defineScreen } from '../../../core/index.ts';

/** Who is in it is said on its page. */
export const segmentForm = defineScreen({
  id: 'campaigns.segment-form',
  kind: 'form',
  entity: 'segment',
  isFirst: true,
  body: ['name', 'purpose'].map((field) => ({ id: field, node: 'field' as const, field })),
});
