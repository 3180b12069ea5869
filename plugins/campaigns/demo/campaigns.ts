import { addDays, dayIn, type Values } from '../../../core/index.ts';

const day = (now: number, days: number): string => addDays(dayIn(now), days);

/** One that runs as a journey, one that is prepared; `audience`, `template` and `checklist` by name. */
export const campaigns = (now: number): readonly Values[] => [
  {
    name: 'First offers',
    state: 'running',
    objective: 'leads',
    ...{ goalFigure: 'clicks', goalTarget: 40, goalBy: day(now, 20) },
    audience: 'No deal yet',
    journey: 'first-offer-journey',
    startDate: day(now, -14),
    endDate: day(now, 46),
    budget: { amount: '4000', currency: 'USD' },
    approvedBudget: { amount: '4000', currency: 'USD' },
    cost: { amount: '900', currency: 'USD' },
    market:
      'Companies that know us from fairs, and never asked for a price. The usual way in is one device on loan.',
    risks: 'Devices for trials are few: no more than six at a time.',
  },
  {
    name: 'Lumen 40 launch',
    objective: 'sales',
    ...{ goalFigure: 'revenue', goalTarget: 60_000, goalBy: day(now, 50) },
    checklist: 'Product launch',
    audience: 'Large companies',
    template: 'Lumen news',
    startDate: day(now, 20),
    endDate: day(now, 50),
    budget: { amount: '12000', currency: 'USD' },
  },
];

export const checks: readonly Values[] = [
  { name: 'Read the mails once more in both languages', isDone: true },
  { name: 'Tell sales who gets them', isDone: true },
  { name: 'Reserve six devices for trials' },
];
