import { defineScreen, fields } from '../../../core/index.ts';

/** Who is in it is said on its page. */
export const segmentForm = defineScreen({
  id: 'campaigns.segment-form',
  kind: 'form',
  entity: 'segment',
  isFirst: true,
  body: fields('name', 'purpose'),
});
