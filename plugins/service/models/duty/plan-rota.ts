/** Lays out whose turn it is in the next weeks. What was changed by hand stays, unless who has it is away. */
import {
  dayIn,
  idOf,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
  type Values,
} from '../../../../core/index.ts';
import { leavesOf, type IsAway } from './leaves.ts';
import { turnsOf, type Turn } from './rota-turns.ts';
import { tellGaps } from './tell-gaps.ts';
import { dayMs } from '../times.ts';

/** So far ahead the calendar shows what is planned. */
export const daysAhead = 60;
/** Of the past: whose last turn is older has waited longest anyhow. */
const mostKnown = 400;

export interface Planned {
  planned: number;
  /** Turns that nobody can take: all are away. */
  open: number;
}

interface Laying {
  rota: RecordData;
  /** In the order of their places. */
  people: readonly string[];
  turns: readonly Turn[];
  known: readonly RecordData[];
  isAway: IsAway;
  now: number;
  dayOf(time: number): string;
}

/**
 * A rota that is off has nobody: what it had still to come is taken off. Its owner is told of turns that nobody can take.
 */
export async function planRota(
  services: PluginServices,
  { rota, tx }: { rota: RecordData; tx: Transaction },
): Promise<Planned> {
  const records = services.records(services.self, tx);
  const now = services.now();
  const people = rota['isActive'] === true ? await peopleOf(services, records, { rota, tx }) : [];
  const { timeZone } = await services.company();
  const working = await services.workingTime();
  const dayOf = (time: number): string => dayIn(time, timeZone);
  const known = await records.find(
    'duty',
    { rota: { eq: rota.id } },
    { sort: ['-startsAt'], limit: mostKnown },
  );
  const turns =
    people.length === 0 ? [] : turnsOf(rota, { now, until: now + daysAhead * dayMs, timeZone, working });
  const isAway = await leavesOf(records, { people, from: dayOf(now) });
  const { planned, open } = await lay(records, { rota, people, turns, known, isAway, now, dayOf });
  await tellGaps(services, { rota, people, open, tx });
  return { planned, open: open.length };
}

async function peopleOf(
  services: PluginServices,
  records: RecordService,
  { rota, tx }: { rota: RecordData; tx: Transaction },
): Promise<string[]> {
  const places = await records.find(
    'duty-place',
    { rota: { eq: rota.id } },
    { sort: ['position', 'createdAt'], limit: 1_000 },
  );
  const ids = places.flatMap(({ person }) => idOf(person) ?? []);
  const here = new Set((await services.people(ids, tx)).map(({ id }) => id));
  return ids.filter((id) => here.has(id));
}

async function lay(records: RecordService, laying: Laying): Promise<{ planned: number; open: Turn[] }> {
  const { rota, turns, known, now } = laying;
  const before = new Map(known.map((duty) => [timeOf(duty['plannedFrom']), duty]));
  const wanted = new Set(turns.map(({ from }) => from));
  const begun = known.filter((duty) => timeOf(duty['startsAt']) <= now);
  const gone = known.filter(
    (duty) =>
      timeOf(duty['startsAt']) > now &&
      duty['plannedFrom'] !== null &&
      !wanted.has(timeOf(duty['plannedFrom'])),
  );
  const busyUntil = Math.max(0, ...begun.map((duty) => timeOf(duty['endsAt'])));
  const last = new Map<string, number>();
  for (const duty of begun.toReversed()) last.set(idOf(duty['person']) ?? '', timeOf(duty['startsAt']));
  const [created, updated]: [Values[], { id: string; values: Values }[]] = [[], []];
  const open: Turn[] = [];
  for (const turn of turns) {
    const duty = before.get(turn.from);
    // What runs is of other hours than the rota has by now: it comes to its end.
    if (!duty && turn.from < busyUntil) continue;
    const person = whoHas(laying, { turn, duty, last });
    if (person === null) {
      if (!isCovered(laying, turn)) open.push(turn);
      if (duty && timeOf(duty['startsAt']) > now) gone.push(duty);
      continue;
    }
    last.set(person, duty ? timeOf(duty['startsAt']) : turn.from);
    if (!duty) created.push(dutyOf(rota, turn, person));
    else if (idOf(duty['person']) !== person)
      updated.push({ id: duty.id, values: { person, plannedFor: person, offeredTo: null } });
  }
  await records.delete(
    'duty',
    gone.map(({ id }) => id),
  );
  await records.update('duty', updated);
  const results = await records.create('duty', created);
  return { planned: results.filter(({ ok }) => ok).length + updated.length, open };
}

/** By somebody who was put there by hand. */
const isCovered = ({ known, isAway, dayOf }: Laying, { from, until }: Turn): boolean =>
  known.some(
    (duty) =>
      duty['plannedFrom'] === null &&
      timeOf(duty['startsAt']) <= from &&
      timeOf(duty['endsAt']) >= until &&
      !isAway(idOf(duty['person']) ?? '', { first: dayOf(from), last: dayOf(until - 1) }),
  );

interface Asked {
  turn: Turn;
  duty: RecordData | undefined;
  /** When each began a turn last. */
  last: ReadonlyMap<string, number>;
}

/** Who has it and may keep it, or who is here and waited longest; null where all are away. */
function whoHas({ people, isAway, now, dayOf }: Laying, { turn, duty, last }: Asked): string | null {
  const has = duty ? idOf(duty['person']) : null;
  const hasBegun = duty !== undefined && timeOf(duty['startsAt']) <= now;
  const days = { first: dayOf(hasBegun ? now : turn.from), last: dayOf(hasBegun ? now : turn.until - 1) };
  if (duty && has !== null && (hasBegun || isByHand(duty)) && !isAway(has, days)) return has;
  const here = people.filter((person) => !isAway(person, days));
  return here.toSorted((one, other) => (last.get(one) ?? 0) - (last.get(other) ?? 0))[0] ?? null;
}

const isByHand = (duty: RecordData): boolean =>
  idOf(duty['person']) !== idOf(duty['plannedFor']) ||
  timeOf(duty['startsAt']) !== timeOf(duty['plannedFrom']) ||
  timeOf(duty['endsAt']) !== timeOf(duty['plannedUntil']);

const timeOf = (value: unknown): number =>
  value === null || value === undefined ? NaN : Date.parse(String(value));

function dutyOf(rota: RecordData, { from, until }: Turn, person: string): Values {
  const [startsAt, endsAt] = [from, until].map((time) => new Date(time).toISOString());
  return {
    ...{ person, startsAt, endsAt, rota: rota.id, queue: idOf(rota['queue']) },
    ...{ plannedFor: person, plannedFrom: startsAt, plannedUntil: endsAt },
  };
}
