import type { RecordItem } from '../../../../web/index.ts';
import { hasAgreedBudget } from '../../models/budget.ts';

export type StepState = 'done' | 'open' | 'waits';

export interface NextStep {
  id: 'audience' | 'content' | 'budget';
  state: StepState;
}

export interface NextSteps {
  steps: NextStep[];
  /** Nothing keeps it from being started. */
  isReady: boolean;
  /** The first day, where that is still to come: it can begin by itself then. */
  day: string | null;
}

/** What a campaign still needs before it can do anything; null once it does, or is over. `today` such as `2026-12-01`. */
export function nextSteps(campaign: Readonly<Record<string, unknown>>, today: string): NextSteps | null {
  const { state, audience, journey, template, startDate } = campaign;
  if (state === 'finished') return null;
  const steps: NextStep[] = [
    // A journey says itself who enters it.
    { id: 'audience', state: audience || journey ? 'done' : 'open' },
    { id: 'content', state: template || journey ? 'done' : 'open' },
    { id: 'budget', state: budgetStep(campaign) },
  ];
  const isReady = steps.every((step) => step.state === 'done');
  const day = typeof startDate === 'string' && startDate > today ? startDate : null;
  return state === 'running' && isReady ? null : { steps, isReady, day };
}

const budgetStep = (campaign: Readonly<Record<string, unknown>>): StepState =>
  hasAgreedBudget(campaign) ? 'done' : campaign['state'] === 'waiting' ? 'waits' : 'open';

/** The record that a relation leads to, as a link and its name. */
export const titleOf = (record: RecordItem, field: string): string =>
  // The cast: relations are read so.
  (record[field] as { title?: string } | null)?.title ?? '';
