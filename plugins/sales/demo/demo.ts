import { idOf, type DemoServices } from '../../../core/index.ts';
import { history } from './history.ts';
import { leads } from './leads.ts';
import { products } from './products.ts';
import { targets } from './targets.ts';
import { sellerNames, team, teams } from './team.ts';
import { week } from './week.ts';

/** Three teams, seven products, three hundred deals, one week in which people worked on them, and what everybody is to reach. */
export async function demo(services: DemoServices): Promise<void> {
  const users = await services.users(team);
  const accounts = await services.find('account', {}, { sort: ['name'], limit: 200 });
  const contacts = await services.find('contact', {}, { limit: 200 });
  const people = Map.groupBy(contacts, ({ account }) => idOf(account));
  const productIds = await services.create('product', products);
  const past = history(services, {
    accounts: accounts.map(({ id, name }) => ({
      ...{ id, name: String(name) },
      people: (people.get(id) ?? []).map((contact) => contact.id),
    })),
    productIds,
    sellers: sellerNames.map((name) => users[name] ?? ''),
  });
  const deals = [];
  for (const [weeks, group] of Map.groupBy(past, ({ age }) => Math.floor(age / 7))) {
    const then = services.as({ at: services.now - weeks * 7 * 86_400_000 });
    const ids = await then.create(
      'opportunity',
      group.map(({ values }) => values),
    );
    deals.push(...group.map((deal, index) => ({ ...deal, id: ids[index] ?? '' })));
  }
  await week(services, deals);
  const open = deals.filter(({ values }) => values.stage === 'prospecting').map(({ id }) => id);
  await leads(services, open);
  await targets(services, { users, teams });
}
