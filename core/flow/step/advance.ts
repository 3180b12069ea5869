import { arm, armedBodies } from './boundary.ts';
import { armAdded } from './migrate-state.ts';
import { Pause } from './pause.ts';
import { leave } from './leave.ts';
import { watchConditions } from './conditions.ts';
import { record } from './history.ts';
import { resetComplexGateway } from './complex-resets.ts';
import { fireInclusiveJoin } from './inclusive-joins.ts';
import { raise, Stop } from './incident.ts';
import { consume, isShown, nodeAt } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { undoNext } from './undo.ts';
import type { WaitBody } from './waits.ts';

/** Moves tokens in the order in which they became able to, until none can and no inclusive join may fire. */
export const advance = (run: Run): void => {
  const { queue, state } = run;
  watchConditions(run);
  for (let next = 0; next < queue.length || (state.status === 'active' && fireJoin(run)); next++) {
    const token = queue[next]!;
    if (token.at === '' || state.status !== 'active') continue;
    if (next >= run.limit) return stop(run, queue.slice(next));
    move(run, token);
    if (run.atOnce !== null) moveAtOnce(run, run.atOnce);
    watchConditions(run);
  }
};

const fireJoin = (run: Run): boolean => fireInclusiveJoin(run) || resetComplexGateway(run);

const moveAtOnce = (run: Run, token: Token): void => {
  run.atOnce = null;
  move(run, token);
};

const move = (run: Run, token: Token): void => {
  const node = nodeAt(run, token);
  run.token = token;
  if (token.isEntered === undefined) {
    token.isEntered = true;
    if (isShown(token, node) && !node.isQuiet) record(run, node, 'entered');
  }
  const mark = run.effects.length;
  run.node = node;
  run.used = 0;
  let bodies: WaitBody[] | null = null;
  try {
    if (node.armed.length > 0 && token.isArmed === undefined && hasBegun(token, node))
      bodies = armedBodies(run, token, node);
    perform(run, token, node);
    if (bodies !== null && token.at === node.id && token.isEntered) arm(run, token, bodies);
  } catch (problem) {
    // Logs of an evaluation that will be repeated would come twice.
    if (problem instanceof Pause) {
      run.effects.length = mark;
      problem.ask(run, token);
    } else if (problem instanceof Stop) {
      raise(run, [token], problem.at ?? node.id, problem);
      // It has begun and stays until somebody repairs it: its deadline runs meanwhile.
      if (bodies !== null) arm(run, token, bodies);
    } else throw problem;
  }
};

/** While the activity still waits for tokens, its deadline does not run. */
const hasBegun = (token: Token, { definition }: PreparedNode): boolean =>
  definition.startQuantity === undefined || token.isBegun === true;

const perform = (run: Run, token: Token, node: PreparedNode): void => {
  const { todo } = token;
  if (todo === undefined) node.element.enter(run, token, node);
  else if (todo.do === 'leave') leave(run, token, node);
  else if (todo.do === 'arm') armAdded(run, token, todo.events);
  else if (todo.do === 'answer') node.element.answer!(run, token, node, todo.result);
  else if (todo.do === 'join') node.element.join!(run, token, node);
  else if (todo.do === 'next') node.element.next!(run, token, node);
  else if (todo.do === 'inner') inner(run, token, node);
  else if (todo.do === 'begin') node.element.begin!(run, token, node, todo.variables);
  else node.element.trigger!(run, token, node, todo.wait, todo.variables);
  // Still the same thing to do: it is done. Otherwise the move itself said what comes next.
  if (token.todo === todo) token.todo = undefined;
  token.known = undefined;
};

const inner = (run: Run, token: Token, node: PreparedNode): void => {
  if (token.undo !== undefined && undoNext(run, token)) return;
  if (token.role === 'carrier') consume(run, token);
  else node.element.inner!(run, token, node);
};

/** One incident for all that still wanted to move: repairing it lets all go on. */
const stop = (run: Run, tokens: Token[]): void => {
  const waiting = [...new Set(tokens)].filter((token) => token.at !== '');
  run.queue.length = 0;
  const element = waiting[0]!.at;
  raise(run, waiting, element, new Stop({ code: 'flow.step-limit', params: { element, limit: run.limit } }));
};
