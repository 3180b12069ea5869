import { defineRole } from '../../../core/index.ts';
import { marketer } from './marketer.ts';

/** Leads marketing: does what marketers do, says yes to budgets, and changes journeys and checklists. */
export const lead = defineRole({
  ...marketer,
  id: 'campaigns.lead',
  grants: [
    ...marketer.grants,
    { entity: 'checklist', actions: ['create', 'update', 'delete'] },
    { entity: 'checklist-item', actions: ['create', 'update', 'delete'] },
  ],
  permissions: [...(marketer.permissions ?? []), 'flows.operate', 'flows.deploy'],
});
