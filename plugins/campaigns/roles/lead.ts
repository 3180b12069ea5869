import { defineRole } from '../../../core/index.ts';
import { marketer } from './marketer.ts';

/** Leads marketing: does what marketers do, and says yes to budgets. */
export const lead = defineRole({ ...marketer, id: 'campaigns.lead' });
