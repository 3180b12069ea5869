import { complete, type Job } from '../../job/index.ts';
import { countOutcomes } from '../operations/count-outcomes.ts';
import type { CommandPayload } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import type { Shell } from './shell.ts';

const asked = new Set(['complete', 'set-variables', 'modify', 'resolve', 'activate', 'retry']);

/** Whether somebody waits for what becomes of it, and can mend what is wrong with it. */
export const isOfPerson = (job: Job): boolean =>
  job.kind === 'flow.command' && asked.has((job.payload as CommandPayload).command.type);

/** Ends a command that changed nothing, and says why. */
export async function refuseJob({ parts, worker, settle }: Shell, job: Job, outcome: Outcome): Promise<void> {
  const { operation } = job.payload as CommandPayload;
  await parts.sql.begin(async (tx) => {
    await complete(tx, [job.id], worker.number);
    if (operation)
      await countOutcomes(tx, [{ operation, instance: job.target!, outcome }], parts.clock.now());
  });
  settle(job.id, outcome);
}
