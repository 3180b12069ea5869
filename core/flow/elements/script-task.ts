import { valueOf } from '../step/expression.ts';
import { complete } from '../step/moves.ts';
import { writeVariable } from '../step/variables.ts';
import type { Element } from './element.ts';

/** JSONata; its value goes into the result variable. */
export const scriptTask: Element = {
  type: 'scriptTask',
  enter(run, token, node) {
    const { source, resultVariable } = node.definition.script!;
    const value = valueOf(run, token, source);
    if (resultVariable !== undefined) writeVariable(run, token.scope, resultVariable, value);
    complete(run, token, node);
  },
};
