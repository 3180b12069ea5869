import type { AdHocDefinition } from '../graph/index.ts';
import { beginParts, runningIn } from '../step/ad-hoc.ts';
import { cancelScope } from '../step/cancel-token.ts';
import { valueOf } from '../step/expression.ts';
import { Stop } from '../step/incident.ts';
import { dropGuards, lookInto, scopeOf } from '../step/moves.ts';
import type { Run } from '../step/run.ts';
import type { AdHoc, Scope, Token } from '../step/state.ts';
import type { Value, Variables } from '../step/types.ts';
import { visibleVariables } from '../step/variables.ts';
import type { Element } from './element.ts';
import { openScope, subProcess } from './sub-process.ts';

type AdHocScope = Scope & { adHoc: AdHoc };

/**
 * Nothing in it begins by the flow: people activate what they choose (`activate`), and so does its rule
 * (`relata:activate`), each element once. It looks at its condition whenever something in it has completed.
 */
export const adHocSubProcess: Element = {
  ...subProcess,
  type: 'adHocSubProcess',
  enter(run, token, node) {
    openScope(run, token, node).adHoc = { completed: [], queue: [], hasBegun: false, isClosing: false };
    lookInto(run, token);
  },
  inner(run, token, node) {
    // It is made with the scope and stays as long as that.
    const scope = scopeOf(run, token.inner!) as AdHocScope;
    if (scope.adHoc.isClosing) {
      if (runningIn(run.state, scope.id).length === 0) subProcess.inner!(run, token, node);
    } else look(run, token, scope, node.definition.adHoc!);
  },
};

const look = (run: Run, token: Token, scope: AdHocScope, definition: AdHocDefinition): void => {
  const seen = seenIn(run, scope);
  const isEnough = scope.adHoc.hasBegun && isComplete(run, token, definition, seen);
  if (!isEnough) {
    beginParts(run, scope, definition, chosenBy(run, token, definition, seen));
    const { hasBegun } = scope.adHoc;
    const isIdle = hasBegun && runningIn(run.state, scope.id).length === 0;
    if (!isIdle || definition.completionCondition !== undefined) return;
  }
  close(run, token, scope, definition);
};

/** What leaves it is worked out in a move of its own: that may have to ask, and this must not be done again. */
const close = (run: Run, token: Token, scope: AdHocScope, { isCancelling }: AdHocDefinition): void => {
  scope.adHoc.isClosing = true;
  scope.adHoc.queue = [];
  if (isCancelling) cancelScope(run, scope.id, { isKept: true });
  else dropGuards(run, scope);
  if (runningIn(run.state, scope.id).length > 0) return;
  token.todo = { do: 'inner' };
  run.queue.push(token);
};

const isComplete = (
  run: Run,
  token: Token,
  { completionCondition }: AdHocDefinition,
  seen: Variables,
): boolean => {
  if (completionCondition === undefined) return false;
  const value = valueOf(run, token, completionCondition, { scope: seen });
  if (typeof value === 'boolean') return value;
  throw new Stop({
    code: 'flow.ad-hoc-condition',
    params: { element: token.at, value: JSON.stringify(value) },
    expression: completionCondition,
    input: seen,
  });
};

/** Of what the rule names, what has not begun yet. */
const chosenBy = (
  run: Run,
  token: Token,
  { activate, parts }: AdHocDefinition,
  seen: Variables,
): string[] => {
  if (activate === undefined) return [];
  const value = valueOf(run, token, activate, { scope: seen });
  const named = value === null ? [] : Array.isArray(value) ? value : [value];
  const wrong = named.find((each) => typeof each !== 'string' || !parts.includes(each));
  if (wrong !== undefined)
    throw new Stop({
      code: 'flow.ad-hoc-activate',
      params: { element: token.at, value: JSON.stringify(wrong) },
      expression: activate,
      input: seen,
    });
  const begun = new Set<Value>([...(seen.running as Value[]), ...(seen.completed as Value[])]);
  // Only texts are left.
  return [...new Set(named as string[])].filter((each) => !begun.has(each));
};

/** Its rule and condition see its variables, and what runs and has completed in it. */
const seenIn = (run: Run, { id, adHoc }: AdHocScope): Variables => ({
  ...visibleVariables(run, id),
  running: [...runningIn(run.state, id), ...adHoc.queue],
  completed: [...adHoc.completed],
});
