import {
  dayIn,
  idOf,
  type Colleague,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../../core/index.ts';
import { leavesOf } from './leaves.ts';

interface Asked {
  queue: string | null;
  tx: Transaction;
}

export interface OnDuty {
  duty: RecordData;
  person: Colleague;
}

/** Who is on duty now: for the queue before for all, who began last before who began earlier. Who left us or is away is not. */
export async function onDuty(services: PluginServices, { queue, tx }: Asked): Promise<OnDuty | null> {
  const now = new Date(services.now()).toISOString();
  const records = services.records(services.self, tx);
  const duties = await records.find(
    'duty',
    {
      startsAt: { lte: now },
      endsAt: { gt: now },
      or: [{ queue: { eq: null } }, ...(queue === null ? [] : [{ queue: { eq: queue } }])],
    },
    { sort: ['-startsAt'], limit: 100 },
  );
  const ids = duties.flatMap(({ person }) => idOf(person) ?? []);
  const people = await services.people(ids, tx);
  const today = dayIn(services.now(), (await services.company()).timeZone);
  const isAway = await leavesOf(records, { people: ids, from: today });
  const found = duties.flatMap((duty) => {
    const person = people.find(({ id }) => id === idOf(duty['person']));
    return person && !isAway(person.id, { first: today, last: today }) ? [{ duty, person }] : [];
  });
  return found.find(({ duty }) => idOf(duty['queue']) !== null) ?? found[0] ?? null;
}
