import { defineScreen, fields } from '../../../core/index.ts';

/** By what requests come into it, and who may answer. */
export const queueForm = defineScreen({
  id: 'service.queue-form',
  kind: 'form',
  entity: 'service-queue',
  isFirst: true,
  body: fields('name', 'address', 'skill', 'isDefault', 'signature'),
});
