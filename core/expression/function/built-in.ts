import type { Signature } from '../ast.ts';
import type { Context } from '../context.ts';
import { raise, ExpressionError } from '../expression-error.ts';
import jsonata from 'jsonata';

/** What a built-in function sees of its call. */
export interface Call {
  readonly context: Context;
  readonly name: string;
}

export interface BuiltIn {
  /** JSONata's notation, such as `<s-nn?:s>`; `-` takes the context when the argument is left out. */
  signature: string;
  /** Arguments that a higher-order function may pass. */
  arity: number;
  run(args: unknown[], call: Call): unknown;
}

export type Family = Readonly<Record<string, BuiltIn>>;

// The arguments have been checked against the signature: the casts state what it says.
export const text = (value: unknown): string => value as string;
export const number = (value: unknown): number => value as number;
export const list = (value: unknown): unknown[] => value as unknown[];

/** A function of one argument that makes missing of missing, as nearly all of JSONata's do. */
export const ofOne = (signature: string, run: (value: unknown, call: Call) => unknown): BuiltIn => ({
  signature,
  arity: 1,
  run: (args, call) => (args[0] === undefined ? undefined : run(args[0], call)),
});

/** The same with more arguments. */
export const ofMany = (
  signature: string,
  arity: number,
  run: (args: unknown[], call: Call) => unknown,
): BuiltIn => ({
  signature,
  arity,
  run: (args, call) => (args[0] === undefined ? undefined : run(args, call)),
});

/** Only the parser makes the validators of signatures: it is given a lambda that has this one. */
export function parseSignature(definition: string): Signature {
  const tree = jsonata(`function($x)${definition}{$x}`).ast() as unknown as { signature: Signature };
  return tree.signature;
}

/** Arguments as the signature wants them, or `expression.argument`. */
export function validated(
  signature: Signature,
  call: { name: string; args: unknown[]; input: unknown },
): unknown[] {
  try {
    return signature.validate(call.args, call.input);
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    const { index, value } = error as { index?: number; value?: unknown };
    return refuseArgument(call.name, index ?? 1, value);
  }
}

export const refuseArgument = (name: string, index: number, value: unknown): never =>
  raise('expression.argument', { name, index, found: describe(value) });

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  const json = JSON.stringify(value) ?? typeof value;
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}
