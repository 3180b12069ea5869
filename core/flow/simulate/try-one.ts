/** One record in one transaction that is always rolled back. */
import type { Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { Problem } from '../../errors.ts';
import { previewRecordStarts } from '../commands/preview-record-starts.ts';
import type { EngineParts } from '../shell/options.ts';
import { startedRun, type Batch } from '../shell/open.ts';
import type { InstanceRun } from '../shell/run.ts';
import { heaviestState } from '../shell/weigh.ts';
import type { Subject, Value, Variables } from '../step/types.ts';
import { summarize } from '../step/index.ts';
import type { Candidate } from './candidate.ts';
import { trialLimits } from './limits.ts';
import { play } from './play.ts';
import { readChanges } from './read-changes.ts';
import { readWork } from './read-work.ts';
import { short, tellIncidents, tellOutcome, tellPath, type Say } from './tell-outcome.ts';
import type { Answer, Trial } from './types.ts';
import type { Actor } from '../../access/actor.ts';

export interface TryInput {
  actor: Actor;
  candidate: Candidate;
  subject: Subject | null;
  title: string | null;
  event: { event?: string; part?: number };
  before?: Value;
  variables: Variables;
  answers: Record<string, Answer>;
  wouldStart: boolean | null;
  say: Say;
  /** Brings records into the transaction before the flow begins. */
  arrange?: (tx: Tx) => Promise<Partial<TryInput>>;
  /** The moment at which it begins, milliseconds since 1970; now when absent. */
  at?: number;
}

class RolledBack extends Error {}

/** A record that somebody holds, and a statement that takes too long, are told as the outcome of this record. */
export async function tryOne(parts: EngineParts, input: TryInput): Promise<Trial> {
  const undo = new RolledBack();
  let trial: Trial | undefined;
  try {
    await parts.sql.begin(async (tx) => {
      trial = await tryIn(tx, input);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) return notTried(input, error);
  }
  return trial!;
}

async function tryIn(tx: Tx, given: TryInput): Promise<Trial> {
  const { candidate, actor, subject, say } = given;
  const { secondsPerRecord, lockMilliseconds } = trialLimits;
  await tx`
    select set_config('lock_timeout', ${`${lockMilliseconds}ms`}, true),
      set_config('statement_timeout', ${`${secondsPerRecord}s`}, true),
      set_config('idle_in_transaction_session_timeout', ${`${secondsPerRecord * 4}s`}, true)`;
  await candidate.prepare(tx);
  const input = { ...given, ...(await given.arrange?.(tx)) };
  const trial = newId();
  const parts = { ...candidate.parts, records: marked(candidate.parts.records, trial) };
  const batch = await newBatch(parts, input.at);
  const startedAt = batch.now;
  const main = begin(batch, input);
  batch.runs.push(main);
  const until = performance.now() + secondsPerRecord * 1_000;
  const standIns: Trial['standIns'] = [];
  const played = await play({ tx, parts, batch, answers: input.answers, standIns }, until);
  const changes = await readChanges({ tx, parts, actor, trial });
  return {
    record: subject && { ...subject, title: input.title },
    wouldStart: input.wouldStart,
    startedAt,
    ...tellOutcome(played, main, say),
    ...tellPath(main),
    variables: main.state ? short(summarize(main.definition.graph, main.state).variables) : {},
    changes,
    workItems: await readWork(tx, played.workItems),
    calls: played.calls.map((call) => ({ ...call, input: short({ input: call.input })['input'] ?? null })),
    messages: played.messages,
    starts: await startsOf(tx, parts, changes),
    incidents: tellIncidents(played, main.definition.graph, say),
    standIns,
  };
}

/** What is written is a trial's: nobody is woken by it. */
const marked = (records: EngineParts['records'], trial: string): EngineParts['records'] => ({
  ...records,
  service: (actor, tx, cause) => records.service(actor, tx, { ...cause, trial }),
});

async function newBatch({ clock, identity }: EngineParts, at = clock.now()): Promise<Batch> {
  const { timeZone, calendar, calendars } = await identity.company();
  return {
    runs: [],
    jobs: [],
    store: () => Promise.resolve(),
    outcomes: new Map(),
    posted: [],
    called: 0,
    returned: [],
    operations: new Map(),
    room: heaviestState,
    isWeighed: false,
    hasCalled: false,
    now: at,
    timeZone,
    calendar,
    calendars,
  };
}

function begin(batch: Batch, { candidate, actor, subject, event, before, variables }: TryInput): InstanceRun {
  return startedRun(batch, {
    id: newId(),
    definition: candidate.definition,
    ...event,
    actor: actor.id,
    depth: 0,
    item: { variables, ...(subject && { subject }), ...(before !== undefined && { before }) },
  });
}

async function startsOf(tx: Tx, parts: EngineParts, changes: Trial['changes']): Promise<Trial['starts']> {
  const starts = new Map<string, Trial['starts'][number]>();
  const preview = previewRecordStarts(parts);
  for (const [entity, group] of Map.groupBy(changes, (change) => change.entity)) {
    const ids = [...new Set(group.map(({ id }) => id))];
    for (const { flow, name, count } of await preview(tx, { entity, ids })) {
      const known = starts.get(flow);
      if (known) known.count += count;
      else starts.set(flow, { flow, name, count });
    }
  }
  return [...starts.values()];
}

/** Codes of PostgreSQL: a lock that somebody holds, a statement or a transaction that took too long. */
const reasons: Record<string, string> = {
  '55P03': 'trial.locked',
  '57014': 'trial.too-long',
  '25P03': 'trial.too-long',
};

export function notTried({ subject, title, wouldStart, say }: TryInput, error: unknown): Trial {
  // Whatever was thrown; only errors of the driver have such a code.
  const code = (error as { code?: string }).code ?? '';
  const known = reasons[code];
  if (!known && !(error instanceof Problem)) throw error;
  const why = known ? say(known) : say(`problem.${code}`, (error as Problem).params);
  return {
    record: subject && { ...subject, title },
    wouldStart,
    startedAt: 0,
    state: 'not-tried',
    why,
    at: [],
    passed: [],
    lasted: 0,
    path: [],
    isCut: false,
    variables: {},
    changes: [],
    workItems: [],
    calls: [],
    messages: [],
    starts: [],
    incidents: [],
    standIns: [],
  };
}
