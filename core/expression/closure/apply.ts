import type { Node } from '../ast.ts';
import { operandOf, required } from '../ast.ts';
import { raise } from '../expression-error.ts';
import { isCallable, typeName, type Callable } from '../value.ts';
import { compileCall } from './call.ts';
import { placed } from './built-in-callable.ts';
import type { Compiler, Run } from './run.ts';

/** `a ~> $f(b)` is `$f(a, b)`; `a ~> $f` calls; `$f ~> $g` is the function that does one after the other. */
export function compileApply(node: Node, compiler: Compiler): Run {
  const left = compiler.compile(operandOf(node));
  const right = required(node.rhs);
  if (right.type === 'function' && !right.predicate) return compileCall(right, compiler, left);
  const callee = compiler.compile(right);
  return (input, frame, context) => {
    const value = left(input, frame, context);
    const called = callee(input, frame, context);
    if (!isCallable(called)) {
      return raise('expression.not-function', { name: typeName(called) }, node.position);
    }
    if (isCallable(value)) return chained(value, called);
    return placed(node.position, () => called.call([value], undefined));
  };
}

const chained = (first: Callable, second: Callable): Callable => ({
  _jsonata_function: true,
  name: `${first.name} ~> ${second.name}`,
  arity: 1,
  call: (args, input) => second.call([first.call(args.slice(0, 1), input)], input),
});
