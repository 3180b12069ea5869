import type { DemoServices } from '../../../core/index.ts';
import { demoComplaints } from './complaints.ts';
import { questions } from './questions.ts';
import { dayMs } from '../models/times.ts';

const hour = 3_600;
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What is promised, in seconds of working time. */
export const policies = [
  { name: 'Urgent', priority: 'urgent', firstAnswer: hour, nextAnswer: 2 * hour, solution: 8 * hour },
  { name: 'High', priority: 'high', firstAnswer: 2 * hour, nextAnswer: 4 * hour, solution: 16 * hour },
  { name: 'Normal', priority: 'normal', firstAnswer: 8 * hour, nextAnswer: 8 * hour, solution: 40 * hour },
  { name: 'Low', priority: 'low', firstAnswer: 16 * hour, nextAnswer: 16 * hour, solution: 80 * hour },
];

/** What some wrote beside their score. */
const comments: Record<number, string> = {
  0: 'Quick, and it works again.',
  3: 'Solved in the end, but I had to ask twice.',
  6: 'Nobody told me that it would take a week.',
};

/** Each of the people has a week in turn, from Monday on; the rota is on, and one of them is away for a week. */
export async function demoDuties(services: DemoServices, users: Record<string, string>): Promise<void> {
  const named = Object.entries(users);
  const people = Object.values(users);
  const today = new Date(services.now);
  const monday = Date.parse(day(services.now - ((today.getUTCDay() + 6) % 7) * dayMs));
  const [rota = ''] = await services.as({ startsFlows: true }).create('duty-rota', [
    {
      name: 'First responders',
      owner: people[0],
      isActive: true,
      startsOn: day(monday - 28 * dayMs),
      every: 1,
      unit: 'week',
    },
  ]);
  await services.create(
    'duty-place',
    named.map(([name, person], index) => ({ rota, name, person, position: index + 1 })),
  );
  const [name, away] = named.at(-1) ?? [];
  const reason = 'Holidays';
  await services.create('duty-leave', [
    { name, person: away, from: day(monday + 14 * dayMs), until: day(monday + 25 * dayMs), reason },
  ]);
}

/** Contracts of some customers, their complaints, and answers to surveys. */
export async function demoAround(services: DemoServices): Promise<void> {
  const accounts = await services.find('account', {}, { sort: ['name'], limit: 40 });
  const [gold] = await services.create('service-package', [
    { name: 'Gold', about: 'An engineer answers within half an hour of work.' },
  ]);
  await services.create('sla-policy', [
    { name: 'High, gold', priority: 'high', package: gold, firstAnswer: hour / 2, solution: 8 * hour },
  ]);
  const products = await services.find('product', {}, { sort: ['name'], limit: 5 });
  await services.create(
    'service-contract',
    accounts.slice(0, 12).map((account, index) => ({
      name:
        index % 3 === 0
          ? `Service contract ${String(account['name'])}`
          : `Warranty ${String(account['name'])}`,
      kind: index % 3 === 0 ? 'service' : 'warranty',
      account: account.id,
      package: index % 3 === 0 ? gold : null,
      product: index % 3 === 0 ? null : products[index % products.length]?.id,
      startsOn: day(services.now - (300 + index * 20) * dayMs),
      endsOn: day(services.now + (430 - index * 40) * dayMs),
    })),
  );
  await demoComplaints(services, accounts);
  await services.create(
    'survey',
    Array.from({ length: 24 }, (_, index) => ({
      name: questions[index % questions.length]!.subject,
      kind: 'csat',
      score: [5, 4, 5, 3, 4, 5, 2, 4][index % 8],
      comment: comments[index % 8] ?? null,
      account: accounts[(index * 3) % accounts.length]?.id,
      sentAt: new Date(services.now - (index + 2) * dayMs).toISOString(),
      answeredAt: new Date(services.now - (index + 1) * dayMs).toISOString(),
    })),
  );
}
