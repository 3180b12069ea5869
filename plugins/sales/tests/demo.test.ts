import { expect, test } from 'vitest';
import type { DemoServices } from '../../../core/index.ts';
import { history } from '../demo/history.ts';
import { products } from '../demo/products.ts';
import { sellerNames, team } from '../demo/team.ts';

/** Not good randomness, but the same each time. */
function sequence(): () => number {
  let state = 7;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const deals = () =>
  history({ random: sequence(), now: Date.UTC(2026, 10, 21) } as DemoServices, {
    accounts: [{ id: 'a', name: 'Alder & Finch', people: ['p'] }],
    productIds: products.map((product) => product.name),
    sellers: sellerNames,
  });

test('the same three hundred deals each time, in every stage', () => {
  const made = deals();
  expect(made).toEqual(deals());
  expect(made).toHaveLength(300);
  const counts = Object.groupBy(made, ({ values }) => values.stage);
  for (const stage of ['won', 'lost', 'engaging', 'prospecting'] as const)
    expect(counts[stage]?.length).toBeGreaterThan(12);
});

test('won deals have an amount, lost ones none, and engaged ones a day that is to come', () => {
  for (const { values } of deals()) {
    expect(values['amount'] !== null || values.stage !== 'won').toBe(true);
    expect(values['amount'] === null || values.stage !== 'lost').toBe(true);
    expect(values['closeDate'] === null).toBe(values.stage === 'prospecting');
    expect(String(values['closeDate']) > '2026-11-21').toBe(
      ['prospecting', 'engaging'].includes(values.stage),
    );
  }
});

test('twelve sellers in teams that somebody manages', () => {
  expect(sellerNames).toHaveLength(12);
  const managed = team.flatMap((person) => person.managesTeam ?? []);
  expect(team.filter((person) => !managed.includes(person.team ?? ''))).toEqual([]);
});
