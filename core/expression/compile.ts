import { annotate, type Facts } from './annotate.ts';
import type { Node } from './ast.ts';
import { namesSetIn } from './names-set-in.ts';
import { createCompiler } from './closure/node.ts';
import { NotCovered, type Run } from './closure/run.ts';
import type { Compiled } from './compiled.ts';
import { createContext, createFrame, type Environment } from './context.ts';
import { ExpressionError } from './expression-error.ts';
import { finish } from './finish.ts';
import { isBuiltIn } from './function/by-name.ts';
import { isHostFunction } from './host.ts';
import { parse } from './parse.ts';
import { seenInput } from './seen-input.ts';
import type { Value, Variables } from './value.ts';

/** Flows and entities of a large installation together have some thousand expressions. */
const cacheSize = 5000;
const cache = new Map<string, Compiled>();

/** Reads an expression; the same source is read once. Throws ExpressionError when it cannot be read. */
export function compile(source: string): Compiled {
  const known = cache.get(source);
  const compiled = known ?? compileNew(source);
  // A Map keeps the order of insertion: what was used last is last, and the first is forgotten first.
  cache.delete(source);
  cache.set(source, compiled);
  if (cache.size > cacheSize) cache.delete(cache.keys().next().value ?? '');
  return compiled;
}

function compileNew(source: string): Compiled {
  const tree = parse(source);
  const { calls, ...facts } = annotate(tree, isBuiltIn);
  const own = namesSetIn(tree);
  const { run, uncovered } = closureOf(tree, own);
  const evaluateOptional = evaluator({ source, run, uncovered, facts, hasNames: own.size > 0 });
  return {
    ...facts,
    source,
    tree,
    isSync: run !== undefined,
    uncovered,
    hostFunctions: calls.filter(isHostFunction),
    evaluateOptional,
    evaluate: (scope, env) => evaluateOptional(scope, env) ?? null,
  };
}

function closureOf(tree: Node, own: ReadonlySet<string>): { run?: Run; uncovered?: string } {
  try {
    return { run: createCompiler(own).compile(tree) };
  } catch (error) {
    if (error instanceof NotCovered) return { uncovered: error.message };
    throw error;
  }
}

interface Evaluator {
  source: string;
  run: Run | undefined;
  uncovered: string | undefined;
  facts: Pick<Facts, 'roots' | 'paths'>;
  hasNames: boolean;
}

function evaluator({ source, run, uncovered, facts, hasNames }: Evaluator) {
  return (scope: Variables, env: Environment): Value | undefined => {
    try {
      if (!run) {
        throw new ExpressionError({ code: 'expression.not-isolated', params: { detail: uncovered } });
      }
      const context = createContext(scope, env);
      const result = run(scope, hasNames ? createFrame(undefined) : undefined, context);
      return typeof result === 'boolean' ? result : finish(result, context.meter.limits);
    } catch (error) {
      throw explained(error, { source, facts, scope, env });
    }
  };
}

interface Attempt {
  source: string;
  facts: Pick<Facts, 'roots' | 'paths'>;
  scope: Variables;
  env: Environment;
}

/** Adds the expression and what it saw; a stack that ran over is the limit of depth. */
export function explained(error: unknown, { source, facts, scope, env }: Attempt): unknown {
  const isStack = error instanceof RangeError;
  const problem = isStack
    ? new ExpressionError({ code: 'expression.limit', params: { name: 'depth', limit: 'stack' } })
    : error;
  if (problem instanceof ExpressionError) {
    problem.expression ||= source;
    problem.input ??= seenInput(facts, scope, env);
  }
  return problem;
}
