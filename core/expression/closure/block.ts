import type { Node } from '../ast.ts';
import { operandOf, required } from '../ast.ts';
import { createFrame } from '../context.ts';
import { isTrue } from '../operator/truth.ts';
import type { Compiler, Run } from './run.ts';

/** `( …; … )`: the last value; what is set inside ends with it. */
export function compileBlock(node: Node, compiler: Compiler): Run {
  const parts = (node.expressions ?? []).map((part) => compiler.compile(part));
  const only = parts[0];
  if (only && parts.length === 1 && compiler.own.size === 0) return only;
  return (input, frame, context) => {
    const inner = compiler.own.size === 0 ? frame : createFrame(frame);
    let result: unknown;
    for (const part of parts) result = part(input, inner, context);
    return result;
  };
}

/** `$name := value`, which is the value. */
export function compileBind(node: Node, compiler: Compiler): Run {
  const name = String(operandOf(node).value);
  const run = compiler.compile(required(node.rhs));
  return (input, frame, context) => {
    const value = run(input, frame, context);
    frame?.values.set(name, value);
    return value;
  };
}

/** `test ? a : b`, also `?:` and `??`, which the parser makes of it; without `: b`, missing. */
export function compileCondition(node: Node, compiler: Compiler): Run {
  const test = compiler.compile(required(node.condition));
  const then = compiler.compile(required(node.then));
  const otherwise = node.else && compiler.compile(node.else);
  return (input, frame, context) =>
    isTrue(test(input, frame, context)) ? then(input, frame, context) : otherwise?.(input, frame, context);
}
