import type { FlowNode } from '../graph/index.ts';
import { valueOf } from '../step/expression.ts';
import type { Variables } from '../step/types.ts';
import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';

/** Sets what the output associations of an element say, when it is done and before it is left. */
export const carryingIf = ({ data, loop }: FlowNode, element: Element): Element => {
  if (data === undefined || data.out.length === 0) return element;
  return {
    ...element,
    carryOut(run, token) {
      // Each iteration carries for itself.
      if (loop !== undefined && token.iteration === undefined) return;
      const outward: Variables = {};
      for (const { name, value } of data.out) outward[name] = valueOf(run, token, value);
      writeVariables(run, token.scope, outward);
    },
  };
};
