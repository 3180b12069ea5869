import type { Signature } from '../ast.ts';
import type { Context } from '../context.ts';
import { ExpressionError } from '../expression-error.ts';
import { parseSignature, validated, type BuiltIn } from '../function/built-in.ts';
import type { Callable } from '../value.ts';

const signatures = new Map<string, Signature>();

/** Validators are made on first use: all of them at start would cost 5 ms. */
export function signatureOf(builtIn: BuiltIn): Signature {
  const known = signatures.get(builtIn.signature);
  if (known) return known;
  const made = parseSignature(builtIn.signature);
  signatures.set(builtIn.signature, made);
  return made;
}

/** A built-in function as a value, as in `$map(names, $uppercase)`. */
export function callableOf(name: string, builtIn: BuiltIn, context: Context): Callable {
  return {
    _jsonata_function: true,
    name,
    arity: builtIn.arity,
    call: (args, input) =>
      builtIn.run(validated(signatureOf(builtIn), { name, args, input }), { context, name }),
  };
}

/** Runs and gives an error that does not know its place the place of the call. */
export function placed<T>(position: number | undefined, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ExpressionError) error.position ??= position;
    throw error;
  }
}
