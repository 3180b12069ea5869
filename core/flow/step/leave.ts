import { conditionOf } from './expression.ts';
import { takeAll } from './moves.ts';
import type { PreparedFlow, PreparedNode } from './prepare.ts';
import { noPath } from './no-path.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * The way out of anything but a gateway: every flow without a condition, every one whose condition is true,
 * and the default where no condition was.
 */
export const leave = (run: Run, token: Token, node: PreparedNode): void => {
  const taken: PreparedFlow[] = [];
  let isDefaultDue = true;
  for (const flow of node.outgoing) {
    if (flow === node.default) continue;
    if (flow.condition === undefined) taken.push(flow);
    else if (conditionOf(run, token, node, flow)) {
      taken.push(flow);
      isDefaultDue = false;
    }
  }
  if (node.default !== null && isDefaultDue) taken.push(node.default);
  if (taken.length === 0) return noPath(run, token, node);
  takeAll(run, token, node, multiplied(taken, node.definition.completionQuantity ?? 1));
};

const multiplied = (flows: readonly PreparedFlow[], times: number): readonly PreparedFlow[] =>
  times === 1 ? flows : flows.flatMap((flow) => Array.from({ length: times }, () => flow));
