import type { DemoUser } from '../../../core/index.ts';

/** So that a first visitor can look at it as a marketer and as whoever says yes to her budgets. */
const password = 'relata-demo';

const marketer = 'Mara Lind';

export const people: readonly DemoUser[] = [
  {
    name: marketer,
    email: 'marketer@relata.example',
    password,
    roles: ['campaigns.marketer'],
    team: 'Marketing',
  },
  {
    name: 'Henrik Aalto',
    email: 'marketing@relata.example',
    password,
    roles: ['campaigns.lead'],
    team: 'Marketing',
    managesTeam: 'Marketing',
  },
];

/** Who made what there is. */
export const marketerOf = (ids: Record<string, string>): string => ids[marketer] ?? '';
