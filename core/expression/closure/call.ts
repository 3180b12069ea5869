import type { Node } from '../ast.ts';
import { required } from '../ast.ts';
import { raise } from '../expression-error.ts';
import { builtIns } from '../function/by-name.ts';
import { validated, type BuiltIn } from '../function/built-in.ts';
import { isCallable } from '../value.ts';
import { placed, signatureOf } from './built-in-callable.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';

/** `$f(a, b)`; `first` is the left side of `~>`, put before the arguments. */
export function compileCall(node: Node, compiler: Compiler, first?: Run): Run {
  const procedure = required(node.procedure);
  const name = procedure.type === 'variable' ? String(procedure.value) : '';
  const written = (node.arguments ?? []).map((arg) => compiler.compile(arg));
  const args = first ? [first, ...written] : written;
  const builtIn = compiler.own.has(name) ? undefined : builtIns.get(name);
  return builtIn
    ? callBuiltIn(node, { name, builtIn, args })
    : callValue(node, { callee: compiler.compile(procedure), args });
}

/** Of these, jsonata's own take a picture as a further argument; ours do not. */
const plainArity: Record<string, number> = { now: 0, toMillis: 1, fromMillis: 1 };

function callBuiltIn(
  node: Node,
  { name, builtIn, args }: { name: string; builtIn: BuiltIn; args: Run[] },
): Run {
  if (args.length > (plainArity[name] ?? Number.POSITIVE_INFINITY)) {
    throw new NotCovered(`$${name} with a picture`);
  }
  const takesAny = /^<x+:/.test(builtIn.signature) && args.length === builtIn.arity;
  return (input, frame, context) => {
    const given = args.map((arg) => arg(input, frame, context));
    return placed(node.position, () =>
      builtIn.run(takesAny ? given : validated(signatureOf(builtIn), { name, args: given, input }), {
        context,
        name,
      }),
    );
  };
}

function callValue(node: Node, { callee, args }: { callee: Run; args: Run[] }): Run {
  return (input, frame, context) => {
    const called = callee(input, frame, context);
    if (!isCallable(called)) {
      return raise('expression.not-function', { name: spelled(node) }, node.position);
    }
    const given = args.map((arg) => arg(input, frame, context));
    return placed(node.position, () => called.call(given, input));
  };
}

const spelled = (node: Node): string => {
  const procedure = required(node.procedure);
  const name = String(procedure.steps?.[0]?.value ?? procedure.value ?? '');
  return procedure.type === 'variable' ? `$${name}` : name;
};
