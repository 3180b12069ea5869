import type { Node } from '../ast.ts';
import { required } from '../ast.ts';
import { raise } from '../expression-error.ts';
import { isCallable, type Callable } from '../value.ts';
import { compileCall } from './call.ts';
import { placed } from './built-in-callable.ts';
import type { Compiler, Run } from './run.ts';
import { builtIns } from '../function/by-name.ts';

/** A lambda that can run its body without awaiting the tail calls in it. */
export interface Lambda extends Callable {
  once(args: unknown[]): unknown;
  hasSignature: boolean;
}

const isLambda = (callee: Callable): callee is Lambda => 'once' in callee;

/** A call that stands last in a function: the callee and its arguments, not yet called. */
export class TailCall {
  private readonly callee: Callable;
  private readonly args: unknown[];
  private readonly position: number | undefined;

  constructor(callee: Callable, args: unknown[], position: number | undefined) {
    this.callee = callee;
    this.args = args;
    this.position = position;
  }

  /** The value, or the next tail call. */
  proceed(): unknown {
    const { callee, args } = this;
    if (isLambda(callee) && !callee.hasSignature) return callee.once(args);
    return placed(this.position, () => callee.call(args, undefined));
  }
}

export function compileTailCall(node: Node, compiler: Compiler): Run {
  const procedure = required(node.procedure);
  const isOfOwn = procedure.type !== 'variable' || compiler.own.has(String(procedure.value));
  // Built-in functions cannot recurse by themselves.
  if (!isOfOwn && builtIns.has(String(procedure.value))) return compileCall(node, compiler);
  const callee = compiler.compile(procedure);
  const args = (node.arguments ?? []).map((arg) => compiler.compile(arg));
  return (input, frame, context) => {
    const called = callee(input, frame, context);
    if (!isCallable(called)) {
      return raise('expression.not-function', { name: String(procedure.value) }, node.position);
    }
    return new TailCall(
      called,
      args.map((arg) => arg(input, frame, context)),
      node.position,
    );
  };
}
