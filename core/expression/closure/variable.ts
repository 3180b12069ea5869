import type { Node } from '../ast.ts';
import type { Context, Frame } from '../context.ts';
import { raise } from '../expression-error.ts';
import { builtIns, isolatedFunctions } from '../function/by-name.ts';
import { callableOf } from './built-in-callable.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';

/** `$` is the context, `$$` the scope; then what the expression sets, what it is given, and the functions. */
export function compileVariable(node: Node, compiler: Compiler): Run {
  const name = String(node.value);
  if (name === '') return (input) => input;
  if (name === '$') return (_input, _frame, context) => context.root;
  if (isolatedFunctions.has(name)) throw new NotCovered(`$${name}`);
  const outer = compileOuter(node, name);
  if (!compiler.own.has(name)) return outer;
  return (input, frame, context) => {
    const holder = frameWith(frame, name);
    return holder ? holder.values.get(name) : outer(input, frame, context);
  };
}

function compileOuter(node: Node, name: string): Run {
  const builtIn = builtIns.get(name);
  if (builtIn) return (_input, _frame, context) => callableOf(name, builtIn, context);
  return (_input, _frame, context) => readBinding(node, name, context);
}

function readBinding(node: Node, name: string, context: Context): unknown {
  if (Object.hasOwn(context.bindings, name)) return context.bindings[name];
  if (context.isStrict && node.isFree && !node.isLenient) {
    raise('expression.name-unknown', { name: `$${name}` }, node.position);
  }
  return undefined;
}

function frameWith(frame: Frame | undefined, name: string): Frame | undefined {
  let at = frame;
  while (at && !at.values.has(name)) at = at.parent;
  return at;
}
