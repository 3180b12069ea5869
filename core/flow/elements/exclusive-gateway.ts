import { conditionOf } from '../step/expression.ts';
import { record } from '../step/history.ts';
import { noPath } from '../step/no-path.ts';
import { complete, take } from '../step/moves.ts';
import type { PreparedFlow, PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import type { Element } from './element.ts';

/** The first flow in order whose condition is true, else the default. */
export const exclusiveGateway: Element = {
  type: 'exclusiveGateway',
  enter(run, token, node) {
    if (node.outgoing.length === 0) return complete(run, token, node);
    const flow = chosen(run, token, node);
    if (flow === null) return noPath(run, token, node);
    if (node.isRecorded) record(run, node, 'completed');
    take(run, token, node, flow);
  },
};

const chosen = (run: Run, token: Token, node: PreparedNode): PreparedFlow | null => {
  if (node.single !== null) return node.single;
  for (const flow of node.outgoing) {
    if (flow === node.default) continue;
    if (flow.condition === undefined || conditionOf(run, token, node, flow)) return flow;
  }
  return node.default;
};
