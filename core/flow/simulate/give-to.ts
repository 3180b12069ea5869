import type { InstanceRun } from '../shell/run.ts';
import type { Command } from '../step/types.ts';
import type { Play } from './playing.ts';

/** As a command of the trial's moment. */
export const giveTo = ({ batch }: Pick<Play, 'batch'>, run: InstanceRun, command: Bare): void => {
  const { now, timeZone, calendar, calendars } = batch;
  run.commands.push({ ...command, now, timeZone, calendar, calendars, actor: run.startedBy });
};

export type Bare = Command extends infer One
  ? One extends Command
    ? Omit<One, 'now' | 'actor'>
    : never
  : never;
