import jsonata from 'jsonata';
import { annotate } from '../annotate.ts';
import type { Node } from '../ast.ts';
import type { Context } from '../context.ts';
import { raise } from '../expression-error.ts';
import { finish } from '../finish.ts';
import { builtIns, isBuiltIn, relataFunctions } from '../function/by-name.ts';
import { Meter } from '../limits.ts';
import { negate } from '../operator/arithmetic.ts';
import { operators } from '../operator/by-symbol.ts';
import { parse } from '../parse.ts';
import { LinearRegex } from '../regex.ts';
import { isObject, type Value } from '../value.ts';
import type { Answer, Job } from './job.ts';
import { negateName, operatorName, rewrite } from './rewrite.ts';
import { translateError } from './translate-error.ts';

/** jsonata visits about ten nodes where a closure counts one step, and nests as much deeper. */
const visitsPerStep = 10;

/** jsonata's interpreter with Relata's operators, strictness, functions, clock, regular expressions and limits. */
export async function runJsonata(job: Job): Promise<Answer> {
  const logs: Value[] = [];
  try {
    parse(job.source);
    const { limits } = job;
    const meter = new Meter({ ...limits, steps: limits.steps * visitsPerStep });
    const expression = jsonata(job.source, {
      // It is constructed with the parsed expression; the declaration wants JavaScript's own constructor.
      RegexEngine: LinearRegex as unknown as RegExpConstructor,
      stack: limits.depth * visitsPerStep,
      sequence: limits.size,
    });
    const tree = expression.ast() as unknown as Node; // Another shape than declared, see ast.ts.
    annotate(tree, isBuiltIn);
    rewrite(tree, job.now);
    // The interpreter looks this up before every node; the declaration has only text for names.
    expression.assign(Symbol.for('jsonata.__evaluate_entry') as unknown as string, entry(job, meter));
    const result: unknown = await expression.evaluate(job.scope, bindingsOf(job, meter, logs));
    return { isOk: true, value: finish(result, limits), logs };
  } catch (error) {
    return { isOk: false, problem: translateError(error, job.limits), logs };
  }
}

function entry(job: Job, meter: Meter): (node: Node, input: unknown) => void {
  return (node, input) => {
    meter.step();
    if (!job.strict || node.isLenient) return;
    const name = String(node.value);
    if (node.type === 'name' && node.isRoot && isObject(input) && !Object.hasOwn(input, name)) {
      raise('expression.name-unknown', { name }, node.position);
    }
    if (node.type === 'variable' && node.isFree && !Object.hasOwn(job.bindings, name)) {
      raise('expression.name-unknown', { name: `$${name}` }, node.position);
    }
  };
}

function bindingsOf(job: Job, meter: Meter, logs: Value[]): Record<string, unknown> {
  const context: Context = {
    root: job.scope,
    bindings: job.bindings,
    isStrict: job.strict,
    meter,
    env: { ...job, log: (value) => void logs.push(value) },
  };
  // A binding cannot take the place of a function, in closures neither.
  const bindings: Record<string, unknown> = Object.fromEntries(
    Object.entries(job.bindings).filter(([name]) => !isBuiltIn(name)),
  );
  for (const name of relataFunctions) bindings[name] = nativeOf(name, context);
  for (const [symbol, operator] of operators) {
    bindings[operatorName(symbol)] = (l: unknown, r: unknown, position: number, input: unknown) => {
      const result = operator(l, r, job.strict && (input !== undefined || symbol === '&'), position);
      if (typeof result === 'string') meter.textSize(result.length);
      return result;
    };
  }
  bindings[negateName] = (value: unknown, position: number, input: unknown) =>
    negate(value, job.strict && input !== undefined, position);
  return bindings;
}

function nativeOf(name: string, context: Context): unknown {
  const builtIn = builtIns.get(name);
  const native = (...args: unknown[]): unknown => builtIn?.run(args, { context, name });
  // Higher-order functions ask for it: a function of rest parameters has no length.
  return Object.assign(native, { arity: builtIn?.arity ?? 1 });
}
