import { waitingAt } from '../step/complex-resets.ts';
import { booleanOf } from '../step/expression.ts';
import { record } from '../step/history.ts';
import { consume, makeToken, takeAll, withdraw } from '../step/moves.ts';
import { noPath } from '../step/no-path.ts';
import type { PreparedFlow, PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import type { Variables } from '../step/types.ts';
import { visibleVariables } from '../step/variables.ts';
import type { Element } from './element.ts';

/**
 * After BPMN 2.0.2, 13.4.5. Waiting for start, it consumes a token of each flow that has one as soon as its
 * activation condition is true, and chooses its ways as an inclusive gateway does. Waiting for reset, it takes the
 * tokens that come late, and then only the ways whose condition says so, or the default; conditions see by
 * `waitingForStart` which it is. Where it has consumed a token of every flow, there is nothing to reset.
 */
export const complexGateway: Element = {
  type: 'complexGateway',
  isJoin: true,
  enter(run, token, node) {
    const waiting = waitingAt(run, node, token.scope);
    if (token.consumed !== undefined || waitsForReset(run, token)) return;
    const scope = seen(run, token, node, { waiting, waitingForStart: true });
    if (!isActivated(run, token, node, scope)) return;
    const flows = chosen(run, token, node, scope);
    if (flows.length === 0 && node.outgoing.length > 0) return noPath(run, token, node);
    const taken = oneOfEach(waiting, token);
    if (taken.length < node.definition.incoming.length) {
      makeToken(run, node.id, token.scope).consumed = taken.map((each) => each.via ?? '');
    } else requeue(run, waiting, taken);
    goOn(run, token, node, { taken, flows });
  },
  join(run, token, node) {
    const waiting = waitingAt(run, node, token.scope);
    const scope = seen(run, token, node, { waiting, waitingForStart: false });
    const flows = chosen(run, token, node, scope);
    const taken = oneOfEach(waiting).filter((each) => !token.consumed!.includes(each.via ?? ''));
    token.consumed = undefined;
    requeue(run, waiting, taken);
    goOn(run, token, node, { taken, flows });
  },
};

const waitsForReset = (run: Run, token: Token): boolean =>
  run.state.tokens.some(
    (each) => each.consumed !== undefined && each.at === token.at && each.scope === token.scope,
  );

/** What its conditions see: the variables, how many tokens wait, and how many on each flow by the flow's id. */
const seen = (
  run: Run,
  token: Token,
  node: PreparedNode,
  { waiting, waitingForStart }: { waiting: readonly Token[]; waitingForStart: boolean },
): Variables => {
  const scope: Variables = { ...visibleVariables(run, token.scope) };
  for (const flow of node.definition.incoming)
    scope[flow] = waiting.filter((each) => each.via === flow).length;
  return { ...scope, activationCount: waiting.length, waitingForStart };
};

const isActivated = (run: Run, token: Token, node: PreparedNode, scope: Variables): boolean => {
  const source = node.definition.activationCondition;
  return source === undefined || booleanOf(run, token, { source, element: node.id, of: node.id, scope });
};

/** A flow without a condition is taken in the first phase alone: what comes late passes on nothing by itself. */
const chosen = (run: Run, token: Token, node: PreparedNode, scope: Variables): PreparedFlow[] => {
  const taken = node.outgoing.filter((flow) => {
    if (flow === node.default) return false;
    if (flow.condition === undefined) return scope.waitingForStart === true;
    return booleanOf(run, token, { source: flow.condition, element: node.id, of: flow.id, scope });
  });
  return taken.length > 0 || node.default === null ? taken : [node.default];
};

/** The oldest of each flow; `first`, where it is given, before the others of its own. */
const oneOfEach = (waiting: readonly Token[], first?: Token): Token[] => {
  const ordered = first === undefined ? waiting : [first, ...waiting];
  return [...Map.groupBy(ordered, (each) => each.via).values()].map((group) => group[0]!);
};

/** A second token of a flow is the first of the next time. */
const requeue = (run: Run, waiting: readonly Token[], taken: readonly Token[]): void => {
  const next = waiting.find((each) => !taken.includes(each));
  if (next !== undefined) run.queue.push(next);
};

const goOn = (
  run: Run,
  token: Token,
  node: PreparedNode,
  { taken, flows }: { taken: readonly Token[]; flows: readonly PreparedFlow[] },
): void => {
  for (const each of taken) if (each !== token) withdraw(run, each);
  if (flows.length > 0 && node.isRecorded) {
    if (node.isQuiet) record(run, node, 'entered');
    record(run, node, 'completed');
  }
  if (flows.length === 0) consume(run, token);
  else takeAll(run, token, node, flows);
};
