/** Makes runs of the claimed jobs: locks what they are for, and drops what came too late. */
import type { Calendar } from '../../calendar.ts';
import type { Tx } from '../../db/connect.ts';
import { idsFrom } from '../../db/id-range.ts';
import { hold, release, type Job } from '../../job/index.ts';
import type { NamedCalendar } from '../../named-calendar.ts';
import type { Command } from '../step/types.ts';
import { applyCommand, type Applied } from './apply-command.ts';
import type { Definition } from './definitions.ts';
import type { AskPayload, CommandPayload, StartItem, StartPayload, TimerPayload } from './kinds.ts';
import { bringAllBack } from './parts/bring-back.ts';
import { openWaits, type OpenWaits } from './open-waits.ts';
import type { ShellParts } from './options.ts';
import { refused, type Outcome } from './outcome.ts';
import { createRun, type InstanceRun } from './run.ts';
import type { Shell } from './shell.ts';
import { isRunning } from './sql/is-running.ts';
import { lockInstances, type InstanceRow } from './sql/lock-instances.ts';
import { latestVersions } from './sql/latest-versions.ts';
import { pendingStart } from './sql/pending-start.ts';
import { storeJobs } from './store-jobs.ts';
import { heaviestState } from './weigh.ts';

export interface Batch {
  runs: InstanceRun[];
  /** Jobs that end with this batch. */
  jobs: Job[];
  /** Stores those that are in memory alone: from here on they outlive this process. */
  store(): Promise<void>;
  /** Answers for whoever waits for a job, given after the commit. */
  outcomes: Map<string, Outcome>;
  /** Commands for instances that this batch could not open. */
  posted: { to: string; payload: CommandPayload }[];
  /** How many instances were called so far. */
  called: number;
  /** Messages whose wait was gone: published anew. */
  returned: NonNullable<Applied['message']>[];
  /** Operations on many instances that a job is part of. */
  operations: Map<string, { operation: string; instance: string }>;
  /** Characters that the state of an instance may have. */
  room: number;
  /** An instance became too large in it: it is run again, and told which answer is too much. */
  isWeighed: boolean;
  /** A handler ran: records may have been written. */
  hasCalled: boolean;
  now: number;
  timeZone: string;
  calendar: Calendar;
  calendars: readonly NamedCalendar[];
}

export async function openBatch(tx: Tx, shell: Shell, jobs: readonly Job[]): Promise<Batch> {
  const {
    parts,
    worker: { number: worker },
  } = shell;
  const { clock, identity } = parts;
  const stored = jobs.filter((job) => !job.isUnstored).map((job) => job.id);
  const targets = [...new Set(jobs.filter((job) => job.kind !== 'flow.start').map((job) => job.target!))];
  // Sent one behind the other without waiting: what is asked after the locks is answered under them.
  const [rows, held, open, company, latest] = await Promise.all([
    targets.length > 0 ? lockInstances(tx, targets) : [],
    stored.length > 0 ? hold(tx, stored, worker) : new Set<string>(),
    openWaits(tx, jobs),
    identity.company(tx),
    latestVersions(tx, [...new Set(jobs.flatMap(takenForLatest))]),
  ]);
  const [mine, lost] = [true, false].map((isMine) =>
    jobs.filter((job) => (job.isUnstored || held.has(job.id)) === isMine),
  ) as [Job[], Job[]];
  const outcomes = new Map(lost.map((job) => [job.id, refused(503, 'flow-delayed')]));
  const batch: Batch = {
    runs: [],
    jobs: mine,
    store: () => storeJobs(shell, batch.jobs),
    outcomes,
    posted: [],
    called: 0,
    returned: [],
    operations: new Map(),
    room: parts.room ?? heaviestState,
    isWeighed: false,
    hasCalled: false,
    now: clock.now(),
    timeZone: company.timeZone,
    calendar: company.calendar,
    calendars: company.calendars,
  };
  const runs = await openStored(tx, parts, rows);
  batch.runs.push(...runs.values());
  for (const job of mine)
    if (takenForLatest(job).some((flow) => latest.get(flow) !== (job as Job<StartPayload>).payload.version))
      outcomes.set(job.id, refused(409, 'flow-outdated', { flow: (job as Job<StartPayload>).payload.flow }));
    else if (job.kind === 'flow.start')
      batch.runs.push(...(await openStarts(tx, parts, job as Job<StartPayload>, batch)));
  await giveCommands(
    tx,
    parts,
    batch,
    runs,
    mine.filter((job) => job.kind !== 'flow.start'),
    worker,
    open,
  );
  return batch;
}

const takenForLatest = (job: Job): string[] => {
  const { isLatest, flow } = job.payload as Partial<StartPayload>;
  return job.kind === 'flow.start' && isLatest ? [flow!] : [];
};

export async function openStored(
  tx: Tx,
  parts: ShellParts,
  rows: readonly InstanceRow[],
): Promise<Map<string, InstanceRun>> {
  const runs = new Map<string, InstanceRun>();
  for (const row of rows) {
    const definition = await parts.definitions.get(row.flow, row.version, tx);
    const subject =
      row.subjectEntity && row.subjectId ? { entity: row.subjectEntity, id: row.subjectId } : null;
    runs.set(
      row.id,
      createRun({ ...row, definition, subject, isNew: false, startedAt: row.startedAt.getTime() }),
    );
  }
  return runs;
}

async function openStarts(
  tx: Tx,
  parts: ShellParts,
  job: Job<StartPayload>,
  batch: Batch,
): Promise<InstanceRun[]> {
  const { flow, version, event, part, actor, depth, items } = job.payload;
  const definition = await parts.definitions.get(flow, version, tx);
  const ids = idsFrom(job.target!, items.length);
  batch.outcomes.set(job.id, { ok: true, value: { ids } });
  return items.map((item, index) =>
    startedRun(batch, { id: ids[index]!, definition, event, part, actor, depth, item }),
  );
}

export interface NewStart extends Pick<StartPayload, 'event' | 'part' | 'actor' | 'depth'> {
  id: string;
  definition: Definition;
  item: StartItem;
}

/** A run that is about to start. */
export function startedRun(
  { now, timeZone, calendar, calendars }: Pick<Batch, 'now' | 'timeZone' | 'calendar' | 'calendars'>,
  { id, definition, event, part, actor, depth, item }: NewStart,
): InstanceRun {
  const run = createRun({
    id,
    definition,
    state: null,
    isNew: true,
    depth,
    startedBy: actor,
    startedAt: now,
    seq: 0,
    status: 'active',
    subject: item.subject ?? null,
    businessKey: item.businessKey ?? null,
  });
  run.commands.push({
    type: 'start',
    instance: id,
    event,
    part,
    ...item,
    // The step writes into what it is given; a batch that fails is run again from the same job.
    variables: { ...item.variables },
    now,
    actor,
    timeZone,
    calendar,
    calendars,
  });
  return run;
}

async function giveCommands(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  runs: Map<string, InstanceRun>,
  jobs: readonly Job[],
  worker: number,
  open: OpenWaits,
): Promise<void> {
  for (const job of jobs) {
    const run = runs.get(job.target!);
    if (await isPutBack(tx, batch, run, job, worker)) continue;
    const { now, timeZone, calendar, calendars } = batch;
    const base = { now, actor: actorOf(job, run), timeZone, calendar, calendars };
    if (job.kind === 'flow.timer' && run)
      run.commands.push({
        ...base,
        type: 'trigger',
        wait: (job.payload as TimerPayload).wait,
        variables: {},
      });
    if (job.kind === 'flow.ask' && run) giveAsk(run, job.payload as AskPayload);
    if (job.kind !== 'flow.command') continue;
    const { command } = job.payload as CommandPayload;
    // Whether the changes fit is looked up in the state before the step.
    if (run && isAlone(job)) await bringAllBack(tx, run);
    const settle = ({ outcome, message }: Applied): void => {
      if (message) batch.returned.push(message);
      batch.outcomes.set(job.id, outcome);
    };
    const target =
      run && command.type === 'migrate'
        ? await parts.definitions.get(run.definition.key, command.version, tx)
        : undefined;
    const { operation } = job.payload as CommandPayload;
    if (operation) batch.operations.set(job.id, { operation, instance: job.target! });
    settle(applyCommand({ run, base, command, target, settle, ...open }));
  }
}

function giveAsk(run: InstanceRun, { effect, attempt }: AskPayload): void {
  run.asks.push(effect);
  run.attempts.set(effect.ask, attempt);
}

/** Far enough that nothing else is due then: jobs of suspended instances stand here until they are resumed. */
export const parkedUntil = Date.UTC(9000, 0, 1);

/**
 * What cannot be done now goes back: to after the start that is still to come, or to the day the instance is resumed.
 */
async function isPutBack(
  tx: Tx,
  batch: Batch,
  run: InstanceRun | undefined,
  job: Job,
  worker: number,
): Promise<boolean> {
  const isParked =
    run?.status === 'suspended' &&
    !(job.kind === 'flow.command' && goesThrough.has((job.payload as CommandPayload).command.type));
  if (run && isAlone(job) && run.commands.length > 0)
    return putBack(tx, batch, job, { worker, until: batch.now });
  if (!isParked && (run || job.kind !== 'flow.command' || !(await isStillToCome(tx, job.target!))))
    return false;
  return putBack(tx, batch, job, { worker, until: isParked ? parkedUntil : batch.now + 50 });
}

/** It is decided on, or changes, the state as a whole and as it is stored: nothing may go before it in the batch. */
const isAlone = (job: Job): boolean =>
  job.kind === 'flow.command' &&
  ['modify', 'migrate', 'record-merged'].includes((job.payload as CommandPayload).command.type);

async function putBack(
  tx: Tx,
  batch: Batch,
  job: Job,
  { worker, until }: { worker: number; until: number },
): Promise<true> {
  await batch.store();
  await release(tx, [job.id], worker, until);
  batch.jobs = batch.jobs.filter((one) => one !== job);
  return true;
}

/** The start is waiting, or was carried out since the instances of this batch were locked. */
const isStillToCome = async (tx: Tx, instance: string): Promise<boolean> =>
  (await pendingStart(tx, instance)) !== null || isRunning(tx, instance);

/** Commands that a suspended instance takes; a completion is refused, the others wait for the resume. */
const goesThrough = new Set([
  'cancel',
  'suspend',
  'resume',
  'set-variables',
  'complete',
  'retry',
  'resolve',
  'modify',
  'activate',
  'migrate',
  'record-merged',
]);

const actorOf = (job: Job, run: InstanceRun | undefined): string =>
  job.kind === 'flow.command' ? (job.payload as CommandPayload).actor : (run?.startedBy ?? 'system');

export type BaseCommand = Pick<Command, 'now' | 'actor' | 'timeZone' | 'calendar' | 'calendars'>;
