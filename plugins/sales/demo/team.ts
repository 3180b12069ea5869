import type { DemoUser } from '../../../core/index.ts';

/** So that a first visitor can look at it as a seller and as a manager; nobody else can sign in. */
export const demoPassword = 'relata-demo';

const managers: readonly [name: string, team: string][] = [
  ['Mara Ellison', 'North'],
  ['Tobias Renner', 'South'],
  ['林若溪', 'East'],
];

const sellers: readonly [name: string, team: string][] = [
  ['Ada Whitlock', 'North'],
  ['Bram Visser', 'North'],
  ['Carys Bowen', 'North'],
  ['Declan Moore', 'North'],
  ['Elif Aydın', 'South'],
  ['Felix Brandt', 'South'],
  ['Giulia Ferri', 'South'],
  ['Hugo Marchand', 'South'],
  ['陈思远', 'East'],
  ['赵雅琳', 'East'],
  ['Noor Haddad', 'East'],
  ['Owen Pritchard', 'East'],
];

const signsIn: Record<string, string> = {
  'Mara Ellison': 'manager@relata.example',
  'Ada Whitlock': 'seller@relata.example',
};

const person = (name: string, rest: Omit<DemoUser, 'name'>): DemoUser => ({
  name,
  ...rest,
  ...(signsIn[name] ? { email: signsIn[name], password: demoPassword } : {}),
});

const below = (name: string): string => `Sales/${name}`;

export const teams = managers.map(([manager, team]) => ({
  manager,
  sellers: sellers.filter(([, belongs]) => belongs === team).map(([name]) => name),
}));

export const sellerNames = sellers.map(([name]) => name);

export const team: readonly DemoUser[] = [
  person('Ines Calloway', { roles: ['sales.manager'], team: 'Sales', managesTeam: 'Sales' }),
  ...managers.map(([name, managed]) =>
    person(name, { roles: ['sales.manager'], team: below(managed), managesTeam: below(managed) }),
  ),
  ...sellers.map(([name, belongs]) => person(name, { roles: ['sales.seller'], team: below(belongs) })),
];
