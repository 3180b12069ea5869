import { idOf, type PluginServices, type Transaction } from '../../../../core/index.ts';
import { leavesOf, type Days } from './leaves.ts';
import type { Turn } from './rota-turns.ts';

interface Asked {
  /** Of the rota. */
  people: readonly string[];
  turn: Turn;
  days: Days;
  tx: Transaction;
}

const mostOffered = 5;

/** Why a turn has nobody, and who of the desk is here then and has no duty: they could take it. */
export async function whoCould(
  services: PluginServices,
  { people, turn, days, tx }: Asked,
): Promise<{ away: { name: string; until: string }[]; could: string[] }> {
  const records = services.records(services.self, tx);
  const agents = await records.find('service-agent', { isAvailable: { eq: true } }, { limit: 1_000 });
  const others = agents.flatMap(({ person }) => idOf(person) ?? []).filter((id) => !people.includes(id));
  const leaves = await records.find(
    'duty-leave',
    { person: { in: [...people] }, from: { lte: days.last }, until: { gte: days.first } },
    { sort: ['until'], limit: 1_000 },
  );
  const until = new Map(leaves.map((leave) => [idOf(leave['person']), String(leave['until'])]));
  const busy = await records.find(
    'duty',
    {
      person: { in: others },
      startsAt: { lt: new Date(turn.until).toISOString() },
      endsAt: { gt: new Date(turn.from).toISOString() },
    },
    { limit: 1_000 },
  );
  const taken = new Set(busy.map(({ person }) => idOf(person)));
  const isAway = await leavesOf(records, { people: others, from: days.first });
  const names = new Map(
    (await services.people([...people, ...others], tx)).map(({ id, name }) => [id, name] as const),
  );
  const nameOf = (id: string): string[] => (names.has(id) ? [names.get(id)!] : []);
  return {
    away: people.flatMap((id) =>
      until.has(id) ? nameOf(id).map((name) => ({ name, until: until.get(id)! })) : [],
    ),
    could: others
      .filter((id) => !taken.has(id) && !isAway(id, days))
      .flatMap(nameOf)
      .slice(0, mostOffered),
  };
}
