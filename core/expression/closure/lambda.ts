import type { Node, Signature } from '../ast.ts';
import { required } from '../ast.ts';
import { createFrame, type Context, type Frame } from '../context.ts';
import { validated } from '../function/built-in.ts';
import { compileTailCall, TailCall, type Lambda } from './tail-call.ts';
import type { Compiler, Run } from './run.ts';

/** `function($a) { … }`. Its context is the one where it was written. */
export function compileLambda(node: Node, compiler: Compiler): Run {
  if (node.thunk) return compileTailCall(required(node.body), compiler);
  const parameters = (node.arguments ?? []).map((parameter) => String(parameter.value));
  const body = compiler.compile(required(node.body));
  return (input, frame, context) =>
    createLambda({ parameters, body, signature: node.signature, input, frame, context });
}

interface Closure {
  parameters: string[];
  body: Run;
  signature: Signature | undefined;
  input: unknown;
  frame: Frame | undefined;
  context: Context;
}

function createLambda(closure: Closure): Lambda {
  return {
    _jsonata_function: true,
    name: 'function',
    arity: closure.parameters.length,
    call(args, input) {
      const { signature } = closure;
      const { meter } = closure.context;
      const given = signature ? validated(signature, { name: 'function', args, input }) : args;
      meter.enter();
      let result = bodyOnce(closure, given);
      // A call in tail position comes back as data: recursion without a growing stack, but never without steps.
      while (result instanceof TailCall) result = result.proceed();
      meter.leave();
      return result;
    },
    once: (args) => bodyOnce(closure, args),
    hasSignature: closure.signature !== undefined,
  };
}

function bodyOnce({ parameters, body, frame, input, context }: Closure, args: unknown[]): unknown {
  context.meter.step();
  const inner = createFrame(frame);
  parameters.forEach((name, index) => inner.values.set(name, args[index]));
  return body(input, inner, context);
}
