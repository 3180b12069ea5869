import { conditionOf } from '../step/expression.ts';
import { record } from '../step/history.ts';
import { consume, takeAll } from '../step/moves.ts';
import { noPath } from '../step/no-path.ts';
import type { PreparedFlow, PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import type { Element } from './element.ts';

/**
 * The split takes every flow whose condition is true, else the default. Whether a join may fire depends on where
 * all other tokens are, so it is decided when nothing else moves (`step/inclusive-joins.ts`).
 */
export const inclusiveGateway: Element = {
  type: 'inclusiveGateway',
  isJoin: true,
  enter(run, token, node) {
    if (node.definition.incoming.length <= 1) split(run, token, node);
  },
  join: (run, token, node) => split(run, token, node),
};

const split = (run: Run, token: Token, node: PreparedNode): void => {
  const flows = chosen(run, token, node);
  if (flows.length === 0 && node.outgoing.length > 0) return noPath(run, token, node);
  if (node.isRecorded) record(run, node, 'completed');
  if (flows.length === 0) return consume(run, token);
  takeAll(run, token, node, flows);
};

const chosen = (run: Run, token: Token, node: PreparedNode): readonly PreparedFlow[] => {
  if (node.single !== null) return node.outgoing;
  const taken = node.outgoing.filter(
    (flow) => flow !== node.default && (flow.condition === undefined || conditionOf(run, token, node, flow)),
  );
  return taken.length > 0 || node.default === null ? taken : [node.default];
};
