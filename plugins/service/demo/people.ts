import type { DemoUser } from '../../../core/index.ts';

/** So that a first visitor can look at it as an agent and as the desk's manager; nobody else can sign in. */
const password = 'relata-demo';

export const people: readonly DemoUser[] = [
  {
    name: 'Selma Okafor',
    email: 'service@relata.example',
    password,
    roles: ['service.manager'],
    team: 'Service',
    managesTeam: 'Service',
  },
  {
    name: 'Jonas Lindqvist',
    email: 'agent@relata.example',
    password,
    roles: ['service.agent'],
    team: 'Service',
  },
  { name: 'Priya Nair', roles: ['service.agent'], team: 'Service' },
  { name: '苏婉清', roles: ['service.agent'], team: 'Service' },
];

export const skills: Readonly<Record<string, string[]>> = {
  'Selma Okafor': ['billing', 'repair'],
  'Jonas Lindqvist': ['repair'],
  'Priya Nair': ['billing'],
  苏婉清: ['repair', 'billing'],
};
