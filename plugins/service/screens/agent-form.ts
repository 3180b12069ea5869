import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** Whose work it is, and how much of it. */
export const agentForm = defineScreen({
  id: 'service.agent-form',
  kind: 'form',
  entity: 'service-agent',
  isFirst: true,
  body: ['person', 'limit', 'skills', 'isAvailable'].map(field),
});
