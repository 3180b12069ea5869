import type { Clock } from '../../../clock.ts';
import { Problem } from '../../../errors.ts';
import {
  complete,
  hold,
  release,
  type Job,
  type JobContext,
  type JobHandler,
  type JobPlace,
} from '../../../job/index.ts';
import { setState } from '../sql/set-state.ts';
import { runImport, type RunEnd, type RunServices } from './run-import.ts';

export const importJobKind = 'import.run';

export interface ImportPayload {
  import: string;
}

export interface ImportJobServices extends RunServices {
  clock: Clock;
  log: { error(data: object, message: string): void };
}

export const importPlace: JobPlace = {
  kinds: [importJobKind],
  member: 'import',
  permission: 'imports.run',
  pathsOf: async (sql, ids) => {
    const rows = await sql<{ id: string; target: string }[]>`
      select id, target from core.import where id = any(${[...ids]}::uuid[])`;
    return new Map(rows.map(({ id, target }) => [id, `/import/${encodeURIComponent(target)}?import=${id}`]));
  },
};

/** The handler of jobs of kind `import.run`: to be registered where jobs run. */
export function importJob(services: ImportJobServices): JobHandler {
  return {
    kinds: [importJobKind],
    async run(jobs, context) {
      for (const job of jobs) await runOne(services, job, context);
    },
    async onFailed(jobs) {
      for (const job of jobs)
        await setState(services.sql, payloadOf(job).import, {
          from: ['running', 'stopping'],
          to: 'failed',
          problem: { code: 'import-broke-off', params: {} },
        });
    },
  };
}

async function runOne(services: ImportJobServices, job: Job, context: JobContext): Promise<void> {
  const id = payloadOf(job).import;
  // Somebody wants the failed one tried again: it goes on where it stood.
  await setState(services.sql, id, { from: ['failed'], to: 'running' });
  const end = await runImport(services, id, {
    signal: context.signal,
    isOurs: async (tx) => {
      const isOurs = (await hold(tx, [job.id], context.worker)).size === 1;
      // A chunk that commits is progress: only a row that ends the process again and again sets the job aside.
      if (isOurs)
        await tx`update core.job set crashes = 1, attempts = 0 where id = ${job.id} and (crashes, attempts) <> (1, 0)`;
      return isOurs;
    },
  }).catch((error: unknown) => failed(services, id, error));
  if (end === 'left') return release(services.sql, [job.id], context.worker);
  await services.sql.begin(async (tx) => {
    const to = end === 'done' ? 'completed' : 'stopped';
    if (end !== 'idle') await setState(tx, id, { from: ['running', 'stopping'], to });
    await complete(tx, [job.id], context.worker);
  });
}

/** What no second try mends is said to the user; anything else is left to the queue's retries. */
async function failed(services: ImportJobServices, id: string, error: unknown): Promise<RunEnd> {
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  services.log.error({ import: id, code: error.code }, 'An import ended with a problem.');
  const problem = { code: error.code, params: error.params };
  await setState(services.sql, id, { from: ['running', 'stopping'], to: 'failed', problem });
  return 'stopped';
}

// The cast: jobs of this kind are made by `startImport` alone.
const payloadOf = (job: Job): ImportPayload => job.payload as ImportPayload;
