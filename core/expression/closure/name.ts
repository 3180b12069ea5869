import type { Node } from '../ast.ts';
import { raise } from '../expression-error.ts';
import { memberOf } from '../function/logic.ts';
import type { Run } from './run.ts';

/** A member of the context. Of the scope itself, under strict, one that does not exist is an error. */
export function compileName(node: Node): Run {
  const name = String(node.value);
  const isChecked = node.isRoot === true && node.isLenient !== true;
  return (input, _frame, context) => {
    const value = memberOf(input, name);
    if (value === undefined && isChecked && context.isStrict) {
      raise('expression.name-unknown', { name }, node.position);
    }
    return value;
  };
}
