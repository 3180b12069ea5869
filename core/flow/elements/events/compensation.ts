import type { EventDefinition } from '../../graph/index.ts';
import { takeCompleted } from '../../step/completed.ts';
import { complete, scopeOf } from '../../step/moves.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import { undo, undoBeside } from '../../step/undo.ts';

type Compensation = Extract<EventDefinition, { kind: 'compensation' }>;

/** Undoes one activity, or all that completed in the scope, in reverse order; goes on when that is done, or at once. */
export const throwCompensation = (run: Run, token: Token, node: PreparedNode, event: Compensation): void => {
  const completed = takeCompleted(run, scopeOf(run, token.scope), event.activity);
  if (completed.length > 0 && event.isAwaited !== false) return undo(run, token, completed);
  if (completed.length > 0) undoBeside(run, node.id, token.scope, completed);
  complete(run, token, node);
};
