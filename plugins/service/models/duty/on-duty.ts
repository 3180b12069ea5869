import type { Colleague, PluginServices, RecordData, Transaction } from '../../../../core/index.ts';
import { idOf } from '../id-of.ts';

interface Asked {
  queue: string | null;
  tx: Transaction;
}

export interface OnDuty {
  duty: RecordData;
  person: Colleague;
}

/** Who is on duty now: for the queue before for all, who began last before who began earlier. Who left us is not. */
export async function onDuty(services: PluginServices, { queue, tx }: Asked): Promise<OnDuty | null> {
  const now = new Date(services.now()).toISOString();
  const duties = await services.records(services.self, tx).find(
    'duty',
    {
      startsAt: { lte: now },
      endsAt: { gt: now },
      or: [{ queue: { eq: null } }, ...(queue === null ? [] : [{ queue: { eq: queue } }])],
    },
    { sort: ['-startsAt'], limit: 100 },
  );
  const people = await services.people(
    duties.flatMap(({ person }) => idOf(person) ?? []),
    tx,
  );
  const found = duties.flatMap((duty) => {
    const person = people.find(({ id }) => id === idOf(duty['person']));
    return person ? [{ duty, person }] : [];
  });
  return found.find(({ duty }) => idOf(duty['queue']) !== null) ?? found[0] ?? null;
}
