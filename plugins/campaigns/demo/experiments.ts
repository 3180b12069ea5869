import type { DemoServices, Values } from '../../../core/index.ts';
import { groupOf } from '../models/experiment/group-of.ts';
import { numbers } from './numbers.ts';

const dayMs = 86_400_000;

const halves = (a: string, b: string) => [
  { key: 'a', name: a, share: 50 },
  { key: 'b', name: b, share: 50 },
];

/** What became of it: the share that does it, variant by variant. */
const experiments = [
  {
    values: {
      name: 'Greeting by name in the first mail',
      key: 'greeting',
      question: 'Do more people answer when the first line names them?',
      variants: halves('Dear customer', 'By name'),
      ...{ state: 'running', baseline: '0.2', minimumEffect: '0.1' },
    },
    rates: { a: 0.2, b: 0.3 },
    began: 12,
  },
  {
    values: {
      name: 'Free delivery or 5 % off',
      key: 'delivery-or-discount',
      question: 'What brings more orders of spare parts?',
      variants: halves('5 % off', 'Free delivery'),
      ...{ state: 'ended', baseline: '0.1', minimumEffect: '0.1', winner: 'b' },
    },
    rates: { a: 0.1, b: 0.55 },
    began: 60,
  },
  {
    values: {
      name: 'Length of the product letter',
      key: 'letter-length',
      question: 'Is one page enough?',
      variants: halves('Three pages', 'One page'),
      ...{ state: 'draft', metric: 'value', rule: 'planned', deviation: '250', minimumDifference: '50' },
    },
    rates: null,
    began: 0,
  },
];

/** One that runs, one that is decided, one that is being prepared. */
export async function createExperiments(services: DemoServices, contacts: readonly string[]): Promise<void> {
  const random = numbers(11);
  const ids = await services.create(
    'experiment',
    experiments.map(({ values, rates, began }) => ({
      ...values,
      ...(rates && { startedAt: at(services, began) }),
      ...(values.state === 'ended' && { endedAt: at(services, began - 20) }),
    })),
  );
  for (const [index, { values, rates, began }] of experiments.entries())
    if (rates)
      await services.create(
        'exposure',
        contacts.map((member): Values => {
          const variant = groupOf(`${values.key} ${member}`, values.variants);
          const day = began - random() * Math.min(began, 20);
          const converted = random() < rates[variant === 'b' ? 'b' : 'a'];
          return {
            ...{ experiment: ids[index], member, variant, converted, exposedAt: at(services, day) },
            ...(converted && { convertedAt: at(services, day - random()) }),
          };
        }),
      );
}

const at = ({ now }: DemoServices, daysAgo: number): string => new Date(now - daysAgo * dayMs).toISOString();
