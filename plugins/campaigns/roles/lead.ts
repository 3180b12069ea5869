import { defineRole } from '../../../core/index.ts';
import { marketer } from './marketer.ts';

/** Leads marketing: does what marketers do, says yes to budgets, and changes journeys. */
export const lead = defineRole({
  ...marketer,
  id: 'campaigns.lead',
  permissions: [...(marketer.permissions ?? []), 'flows.operate', 'flows.deploy'],
});
