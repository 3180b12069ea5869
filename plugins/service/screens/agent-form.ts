import { defineScreen, fields } from '../../../core/index.ts';

/** Whose work it is, and how much of it. */
export const agentForm = defineScreen({
  id: 'service.agent-form',
  kind: 'form',
  entity: 'service-agent',
  isFirst: true,
  body: fields('person', 'limit', 'skills', 'isAvailable'),
});
