import {
  idOf,
  readMany,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
  type Values,
} from '../../../core/index.ts';
import { policyFor } from './policy-for.ts';
import { serviceLevel, type Promised } from './service-level.ts';
import { momentOf, timeOf } from './times.ts';

/** Brings the promised times of requests up to what is true now; answers those that changed, as they are then. */
export async function keepLevels(
  services: PluginServices,
  tx: Transaction,
  ids: readonly string[],
): Promise<RecordData[]> {
  const records = services.records(services.self, tx);
  const tickets = await readMany(records, 'ticket', ids);
  if (tickets.length === 0) return [];
  const policies = await records.find('sla-policy', { isActive: { eq: true } }, { limit: 200 });
  const packs = await packagesOf(records, tickets);
  const now = services.now();
  const changes = [];
  for (const ticket of tickets) {
    const contract = idOf(ticket['contract']);
    const policy = policyFor(policies, {
      ...{ priority: ticket['priority'], queue: idOf(ticket['queue']) },
      pack: contract === null ? null : (packs.get(contract) ?? null),
    });
    const time = await services.workingTime(calendarOf(policy));
    const level = levelValues(ticket, promisedIn(policy), { time, now });
    const before = { ...ticket, policy: idOf(ticket['policy']) };
    const values = difference(before, { ...level, policy: policy?.id ?? null });
    if (Object.keys(values).length > 0) changes.push({ id: ticket.id, values });
  }
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
    // Whoever opens it again later is not late for what was said before.
    ...(level.solvedAt !== null && { askedAt: null }),
    paused: level.paused === 0 ? (ticket['paused'] ?? null) : Math.round(level.paused / 1000),
  };
}

/** The package of each contract that the requests are answered by. */
async function packagesOf(
  records: RecordService,
  tickets: readonly RecordData[],
): Promise<Map<string, string | null>> {
  const ids = tickets.map((ticket) => idOf(ticket['contract']));
  const contracts = await readMany(records, 'service-contract', ids);
  return new Map(contracts.map((contract) => [contract.id, idOf(contract['package'])]));
}

const calendarOf = (policy: RecordData | undefined): string | null =>
  typeof policy?.['calendar'] === 'string' ? policy['calendar'] : null;

function promisedIn(policy: RecordData | undefined): Promised {
  const length = (field: string): number | null =>
    typeof policy?.[field] === 'number' ? policy[field] * 1000 : null;
  return {
    firstAnswer: length('firstAnswer'),
    nextAnswer: length('nextAnswer'),
    solution: length('solution'),
  };
}

const difference = (ticket: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field, value]) => (ticket[field] ?? null) !== value));
