import type { PluginServices, RecordData, Transaction, Values } from '../../../core/index.ts';
import { idOf } from './id-of.ts';
import { serviceLevel, type Promised } from './service-level.ts';
import { momentOf, timeOf } from './times.ts';

/** Brings the promised times of requests up to what is true now; answers those that changed, as they are then. */
export async function keepLevels(
  services: PluginServices,
  tx: Transaction,
  ids: readonly string[],
): Promise<RecordData[]> {
  const records = services.records(services.self, tx);
  const tickets = (await records.read('ticket', ids)).filter((one) => one !== null);
  if (tickets.length === 0) return [];
  const policies = await records.find('sla-policy', { isActive: { eq: true } }, { limit: 200 });
  const time = await services.workingTime();
  const now = services.now();
  const changes = tickets.flatMap((ticket) => {
    const promised = promisedOf(ticket, policies);
    const values = difference(ticket, levelValues(ticket, promised, { time, now }));
    return Object.keys(values).length > 0 ? [{ id: ticket.id, values }] : [];
  });
  const written = await records.update('ticket', changes);
  return written.flatMap((result) => (result.ok ? [result.record] : []));
}

type Counting = Parameters<typeof serviceLevel>[2];

function levelValues(ticket: RecordData, promised: Promised, counting: Counting): Values {
  const level = serviceLevel(
    {
      createdAt: timeOf(ticket['createdAt']) ?? counting.now,
      status: String(ticket['status']),
      askedAt: timeOf(ticket['askedAt']),
      firstAnsweredAt: timeOf(ticket['firstAnsweredAt']),
      solvedAt: timeOf(ticket['solvedAt']),
      pausedAt: timeOf(ticket['pausedAt']),
      paused: Number(ticket['paused'] ?? 0) * 1000,
    },
    promised,
    counting,
  );
  return {
    level: level.level,
    nextDue: momentOf(level.nextDue),
    warnAt: momentOf(level.warnAt),
    firstAnswerDue: momentOf(level.firstAnswerDue),
    nextAnswerDue: momentOf(level.nextAnswerDue),
    solutionDue: momentOf(level.solutionDue),
    solvedAt: momentOf(level.solvedAt),
    pausedAt: momentOf(level.pausedAt),
    paused: level.paused === 0 ? (ticket['paused'] ?? null) : Math.round(level.paused / 1000),
  };
}

function promisedOf(ticket: RecordData, policies: readonly RecordData[]): Promised {
  const fitting = policies.filter(({ priority }) => priority === ticket['priority']);
  const queue = idOf(ticket['queue']);
  const policy =
    fitting.find((one) => queue !== null && idOf(one['queue']) === queue) ??
    fitting.find((one) => idOf(one['queue']) === null);
  const length = (field: string): number | null =>
    typeof policy?.[field] === 'number' ? policy[field] * 1000 : null;
  return {
    firstAnswer: length('firstAnswer'),
    nextAnswer: length('nextAnswer'),
    solution: length('solution'),
  };
}

const difference = (ticket: RecordData, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field, value]) => (ticket[field] ?? null) !== value));
