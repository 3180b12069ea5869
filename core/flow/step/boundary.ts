import { cancelToken } from './cancel-token.ts';
import { gather } from './gather.ts';
import { waitBodiesOf } from '../elements/events/wait-body.ts';
import { makeToken } from './moves.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { OpenWait, Token } from './state.ts';
import { nextCycle } from './timer/next-cycle.ts';
import type { Variables } from './types.ts';
import { writeVariables } from './variables.ts';
import { openWait } from './waits.ts';
import type { WaitBody } from './waits.ts';

/** Boundary events stand on the activity as a whole: none of its iterations has them. */
export const boundaryOf = (token: Token, node: PreparedNode): readonly PreparedNode[] =>
  token.iteration === undefined ? node.boundary : [];

/** What the boundary events of an activity wait for; evaluated before the activity does anything. */
export const armedBodies = (run: Run, token: Token, node: PreparedNode): WaitBody[] =>
  node.armed.flatMap((event) => bodiesFor(run, token, event));

/** What one event waits for that may interrupt, or not and then wait again. */
export const bodiesFor = (run: Run, token: Token, event: PreparedNode): WaitBody[] =>
  waitBodiesOf(run, token, event).map((wait) =>
    event.definition.isInterrupting === false ? { ...wait, again: wait.body } : wait,
  );

/** Opens them once the activity is seen to stay: one that is done at once is never interrupted. */
export const arm = (run: Run, token: Token, bodies: readonly WaitBody[]): void => {
  for (const body of bodies) openWait(run, token, body);
  token.isArmed = true;
};

/** A boundary event fired from outside. */
export const boundaryTriggered = (run: Run, token: Token, wait: OpenWait, variables: Variables): void => {
  const event = nodeOf(run.prepared, wait.element);
  const brought = gather(token, event, { wait, variables });
  if (brought === null) return;
  writeVariables(run, token.scope, brought.variables);
  if (event.definition.isInterrupting === false) {
    for (const each of brought.waits) reopen(run, token, each);
    makeToken(run, event.id, token.scope);
  } else interrupt(run, token, event);
};

/** Ends the activity and goes on from the boundary event. */
export const interrupt = (run: Run, token: Token, event: PreparedNode): void => {
  const { scope } = token;
  cancelToken(run, token);
  makeToken(run, event.id, scope);
};

/** The same wait once more, where it may come true again. */
export const reopen = (run: Run, token: Token, wait: OpenWait): void => {
  const { element, again, watch, part } = wait;
  if (wait.cycle !== undefined) {
    const cycle = nextCycle(wait.cycle, run);
    if (cycle === null) return;
    const body = { kind: 'timer', element, due: cycle.due } as const;
    openWait(run, token, { element, body, cycle, again: body, part });
  } else if (again !== undefined && again.kind !== 'timer')
    openWait(run, token, { element, body: again, again, watch, part });
};
