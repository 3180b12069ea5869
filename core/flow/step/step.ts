import { elementOf } from '../elements/registry.ts';
import type { Graph } from '../graph/index.ts';
import { activate } from './commands/activate.ts';
import { answer } from './commands/answer.ts';
import { cancel } from './commands/cancel.ts';
import { escalated } from './commands/escalated.ts';
import { recordChanged } from './commands/record-changed.ts';
import { recordMerged } from './commands/record-merged.ts';
import { migrate } from './commands/migrate.ts';
import { modify } from './commands/modify.ts';
import { resolve } from './commands/resolve.ts';
import { retry } from './commands/retry.ts';
import { setVariables } from './commands/set-variables.ts';
import { start } from './commands/start.ts';
import { resume, suspend } from './commands/suspend.ts';
import { trigger } from './commands/trigger.ts';
import { answerLook } from './conditions.ts';
import { advance } from './advance.ts';
import { prepare } from './prepare.ts';
import { Run } from './run.ts';
import type { State } from './state.ts';
import type { Command, Effect } from './types.ts';

export interface Step {
  state: State;
  effects: Effect[];
  /** The wait or incident that the command names is gone; it changed nothing. */
  isLate: boolean;
}

/**
 * Carries out one command and runs until every token waits or the instance has ended.
 *
 * The caller owns `state`: it is changed in place and given back, never copied, and nothing is kept of it
 * afterwards. `graph` is only read; what it is prepared into is kept as long as the graph object lives, so pass
 * the same object for all instances of a version. A command that comes too late (an answer nobody awaits, a
 * wait that is closed, anything after the end) changes nothing and gives no effects.
 */
export const step = (graph: Graph, state: State | null, command: Command): Step => {
  const run = new Run(prepare(graph, elementOf), state, command);
  if (command.type === 'start') {
    if (state === null) start(run, command);
  } else if (state === null) {
    throw new Error(`step: "${command.type}" needs the state of an instance`);
  } else if (state.status === 'active') {
    apply(run, command);
  }
  advance(run);
  return { state: run.state, effects: run.effects, isLate: run.isLate };
};

const apply = (run: Run, command: Exclude<Command, { type: 'start' }>): void => {
  switch (command.type) {
    case 'answer':
      if (!answer(run, command)) answerLook(run, command);
      return;
    case 'trigger':
      return trigger(run, command);
    case 'record-changed':
      return recordChanged(run, command);
    case 'record-merged':
      return recordMerged(run, command);
    case 'retry':
      return retry(run, command);
    case 'activate':
      return activate(run, command);
    case 'migrate':
      return migrate(run, command);
    case 'modify':
      return modify(run, command);
    case 'resolve':
      return resolve(run, command);
    case 'set-variables':
      return setVariables(run, command);
    case 'cancel':
      return cancel(run, command);
    case 'escalated':
      return escalated(run, command);
    case 'suspend':
      return suspend(run);
    case 'resume':
      return resume(run);
  }
};
