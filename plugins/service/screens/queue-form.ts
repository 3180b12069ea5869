import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** By what requests come into it, and who may answer. */
export const queueForm = defineScreen({
  id: 'service.queue-form',
  kind: 'form',
  entity: 'service-queue',
  isFirst: true,
  body: ['name', 'address', 'skill', 'isDefault', 'signature'].map(field),
});
