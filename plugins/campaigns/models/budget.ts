import type { Money } from '../../../core/index.ts';

/** Whether a campaign may spend its budget: nothing needs a yes, all else one for as much, in the same currency. */
export function hasAgreedBudget(campaign: Readonly<Record<string, unknown>>): boolean {
  // The casts: both fields hold money.
  const budget = campaign['budget'] as Money | null | undefined;
  const approved = campaign['approvedBudget'] as Money | null | undefined;
  if (!budget || Number(budget.amount) <= 0) return true;
  return approved?.currency === budget.currency && Number(budget.amount) <= Number(approved.amount);
}
