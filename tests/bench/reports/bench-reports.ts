import type { Figure } from '../figure.ts';
import type { World } from '../world.ts';
import { fillDeals } from './deals.ts';
import { manager } from './manager.ts';

const bound = 1_500;
const runs = 7;
const definition = {
  entity: 'opportunity',
  groups: [{ field: 'stage' }, { field: 'closeDate', bucket: 'quarter' }],
  measures: [
    { id: 'count', function: 'count' },
    { id: 'amount', function: 'sum', field: 'amount' },
  ],
  chart: 'table',
};

interface Answer {
  rows: { values: { count: number } }[];
  total: { count: number };
}

/** All deals by stage and quarter, for who leads the team that owns nine in ten; beside it the bare statement. */
export async function benchReports(
  world: World,
  { contacts: deals }: { contacts: number },
): Promise<Figure[]> {
  const { sellers, cookie } = await manager(world);
  await fillDeals(world, { deals, sellers });
  const ask = async (): Promise<Answer> => {
    const response = await fetch(`${world.relata.url}/api/reports/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: world.relata.url },
      body: JSON.stringify({ definition }),
    });
    if (!response.ok) throw new Error(`The report failed: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const bare = () => world.sql`
    select stage, date_trunc('quarter', close_date::timestamp)::date, count(*), sum(amount) from data.opportunity
    where deleted_at is null and owner_id = any(${sellers}::uuid[]) group by 1, 2`;
  const answer = await ask();
  const seen = (await bare()).reduce((sum, row) => sum + Number(row['count']), 0);
  if (answer.total.count !== seen)
    throw new Error(`The report counts ${answer.total.count}, the table ${seen}.`);
  const value = await median(ask);
  const floor = await median(bare);
  return [
    {
      what: `report of ${deals} deals by two fields under a record rule`,
      value,
      unit: 'ms',
      against: `under ${bound} ms; the bare statement ${Math.round(floor)} ms`,
      isMet: value < bound,
    },
  ];
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await act();
    times.push(performance.now() - from);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)]!;
}
