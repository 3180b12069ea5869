import type { Tx } from '../../db/connect.ts';
import type { Job } from '../../job/index.ts';
import type { ApplyInput } from './apply-command.ts';
import type { CommandPayload } from './kinds.ts';
import { openSubscriptions } from './sql/open-subscriptions.ts';
import { openWorkItems } from './sql/open-work-items.ts';

export type OpenWaits = Pick<ApplyInput, 'workItems' | 'subscriptions'>;

/** Those of the waits that commands are for which are still open. */
export async function openWaits(tx: Tx, jobs: readonly Job[]): Promise<OpenWaits> {
  const commands = jobs.filter((job) => job.kind === 'flow.command') as Job<CommandPayload>[];
  const [workItems, subscriptions] = await Promise.all([
    openWorkItems(
      tx,
      commands.flatMap(({ payload: { command } }) => (command.type === 'complete' ? [command.workItem] : [])),
    ),
    openSubscriptions(
      tx,
      commands.flatMap(({ target, payload: { command } }) => (command.type === 'trigger' ? [target!] : [])),
    ),
  ]);
  return { workItems, subscriptions };
}
