/** The engine of one thread: loops that claim flow jobs, and a door for commands of people. */
import { createKeptModels } from '../../decision/index.ts';
import {
  allLanes,
  createHandlers,
  createRunner,
  createWake,
  createWorker,
  type JobHandler,
  type Lane,
  type NewJob,
} from '../../job/index.ts';
import { createBatchHandler } from './batch-handler.ts';
import { createChanges } from './changes.ts';
import { createDefinitions } from './definitions.ts';
import { createExternalHandler } from './external.ts';
import { giveUpJob } from './give-up.ts';
import { createHistoryPartitions } from './history-partitions.ts';
import { createIntake } from './intake.ts';
import { happening } from './messages/happen.ts';
import { message, signal } from './messages/planners.ts';
import type { EngineParts } from './options.ts';
import type { Outcome } from './outcome.ts';
import { retentionPlanner } from '../retention/plan-retention.ts';
import { operationPlanner } from '../operations/plan-operation.ts';
import { createTrials } from '../simulate/create-trials.ts';
import type { TrialRequest } from '../simulate/test-content.ts';
import { createPace } from './pace.ts';
import type { Shell } from './shell.ts';
import { listenToRecords } from './starts/listen-to-records.ts';
import { recordMerged } from './merged/record-merged.ts';
import { recordStart } from './starts/record-start.ts';
import { timerStart } from './starts/timer-start.ts';

/** What the HTTP thread may ask of the engine, wherever that runs. */
export interface EngineDoor {
  /** Stores the jobs, runs them at once, and answers what became of each. */
  submit(jobs: readonly NewJob[]): Promise<Outcome[]>;
  /** Jobs were committed elsewhere. */
  wake(): void;
  /** Tries a flow; answers `Simulated`, `TestContent` or `TestResult[]`, or what was wrong with the question. */
  simulate(request: TrialRequest): Promise<Outcome>;
}

export interface Engine extends EngineDoor {
  /** Whose leases its jobs are under. */
  worker: number;
  start(): Promise<void>;
  /** Ends the batches at work and gives back what was only claimed. */
  stop(): Promise<void>;
}

export interface EngineOptions {
  parts: EngineParts;
  /** For the worker's own connection. */
  databaseUrl: string;
  /** Jobs of other parts that run in this thread too. */
  handlers?: readonly JobHandler[];
  pollMilliseconds?: number;
  /** The lanes this thread works in; all when absent. */
  ownLanes?: readonly Lane[];
}

/** What bulk work may take at a time: a click waits for it at each of its steps. */
const bulkMilliseconds = 60;
const besideClicks = 15;
/** So long after the last clicks somebody is taken to be at work. */
const clickMilliseconds = 1_000;
const mostClicks = 200;
const outsideLoops = 3;
const outsideAtOnce = 20;

export async function createEngine({
  parts,
  databaseUrl,
  handlers: others = [],
  pollMilliseconds,
  ownLanes = allLanes,
}: EngineOptions): Promise<Engine> {
  const { sql, clock, log } = parts;
  const worker = await createWorker(databaseUrl);
  const wake = createWake(sql);
  const intake = createIntake(worker.quick);
  const changes = createChanges(sql);
  const isAwaited = (): boolean => intake.idleFor() < clickMilliseconds;
  const pace = createPace({
    target: () => (isAwaited() ? besideClicks : bulkMilliseconds),
    isAwaited,
    most: 1_000,
  });
  const handlers = createHandlers();
  const runner = createRunner({
    sql,
    clock,
    worker,
    wake,
    handlers,
    log,
    pollMilliseconds,
    ...(ownLanes.includes(0) && { intake }),
    lanes: (
      [
        { lane: 0, loops: 1, limit: () => mostClicks },
        // Two: while one waits for the database, the other steps.
        { lane: 1, loops: 2, limit: pace.limit },
        { lane: 2, loops: outsideLoops, limit: () => outsideAtOnce },
        { lane: 3, loops: outsideLoops, limit: () => outsideAtOnce },
      ] as const
    ).filter(({ lane }) => ownLanes.includes(lane)),
  });
  const shell: Shell = {
    parts: { ...parts, definitions: createDefinitions(sql), decisions: createKeptModels(sql) },
    history: createHistoryPartitions(sql),
    worker,
    wake,
    changes,
    pace,
    lease: runner.lease,
    stopping: runner.stopping,
    settle: intake.settle,
    giveUp: (job, error) => giveUpJob(shell, job, error),
  };
  listenToRecords({ ...parts, wake });
  handlers.register(
    createBatchHandler(shell, [
      ...[message, signal, happening],
      ...[operationPlanner, retentionPlanner, recordMerged, recordStart, timerStart],
    ]),
  );
  handlers.register(createExternalHandler(shell));
  for (const handler of others) handlers.register(handler);
  return {
    worker: worker.number,
    submit: intake.submit,
    wake: () => wake.wakeHere(),
    simulate: createTrials(parts),
    start: async () => {
      await wake.listen();
      runner.start();
    },
    stop: async () => {
      await runner.stop();
      await wake.close();
      await changes.close();
      await worker.close();
    },
  };
}
