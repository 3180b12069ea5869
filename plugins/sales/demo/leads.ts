import { idOf, type DemoServices, type RecordData, type Values } from '../../../core/index.ts';

const signs = [
  ['Filled in a form', 20],
  ['Confirmed the address', 10],
  ['Clicked in a mail', 30],
  ['Clicked in a mail', 30],
] as const;
const hour = 3_600_000;

/** People who show interest, each with what they did so far; some have become deals, some were given up. */
export async function leads(services: DemoServices, deals: readonly string[]): Promise<void> {
  const people = await services.find('contact', {}, { sort: ['name'], limit: 40 });
  const all = people.filter((_, index) => index % 3 === 0).map((one, index) => leadOf(one, index, deals));
  const ids = await services.create(
    'lead',
    all.map(({ steps, at, values }) => ({
      ...values,
      score: signs.slice(0, steps).reduce((sum, [, points]) => sum + points, 0),
      lastSignal: signs[steps - 1]![0],
      lastSignalAt: new Date(services.now - at).toISOString(),
    })),
  );
  await services.create(
    'lead-signal',
    all.flatMap(({ steps, at }, index) =>
      signs.slice(0, steps).map(([what, points], step): Values => {
        const when = services.now - at - (steps - 1 - step) * 20 * hour;
        return { lead: ids[index], what, points, at: new Date(when).toISOString() };
      }),
    ),
  );
}

function leadOf(contact: RecordData, index: number, deals: readonly string[]) {
  const steps = 1 + (index % 4);
  const isWarm = steps > 2;
  const state = isWarm ? 'qualified' : index % 7 === 5 ? 'dropped' : 'interested';
  return {
    steps,
    at: (5 + index * 31) * hour,
    values: {
      ...{ name: contact['name'], contact: contact.id, state },
      owner: idOf(contact['owner']),
      opportunity: isWarm ? (deals[index] ?? null) : null,
    },
  };
}
