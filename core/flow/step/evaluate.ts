/** The one door between the flow and the expression language. */
import { compile as compileExpression } from '../../expression/compile.ts';
import type { Compiled as Expression } from '../../expression/compiled.ts';
import type { Environment } from '../../expression/context.ts';
import { ExpressionError, type HostNeed } from '../../expression/expression-error.ts';
import { hostKey, type HostAnswers } from '../../expression/host.ts';
import type { Value, Variables } from './types.ts';

export interface Compiled {
  source: string;
  /** False: it is evaluated outside, by an `evaluate` effect. */
  isSync: boolean;
  /** Of `subject`, `actor`, `instance`, `record` and `before`, those it reads. */
  bindings: readonly string[];
  /** What it reads of `$subject`: `account.name`; `*` for the record as a whole. */
  subjectPaths: readonly string[];
  /** The same of `$record`, which in a conditional event may be the subject or another record. */
  recordPaths: readonly string[];
  expression: Expression;
}

export interface Surroundings {
  bindings: Variables;
  now: number;
  timeZone: string;
  isStrict: boolean;
  log: (value: Value) => void;
  answers?: HostAnswers;
}

/** Throws an ExpressionError when the text does not parse. */
export const compile = (source: string): Compiled => {
  const expression = compileExpression(source);
  // `$exists($subject.x)` does not need the binding, but sees it.
  const names = new Set([...expression.bindings, ...expression.paths.map((read) => read.root.slice(1))]);
  return {
    source,
    isSync: expression.isSync,
    bindings: [...names].filter((name) => given.has(name)),
    subjectPaths: pathsUnder('$subject', expression),
    recordPaths: pathsUnder('$record', expression),
    expression,
  };
};

/** Throws an ExpressionError; `hostNeedOf` says whether it only asks for something. */
export const evaluateNow = (compiled: Compiled, scope: Variables, around: Surroundings): Value => {
  const { bindings, now, timeZone, isStrict, log, answers } = around;
  const environment: Environment = { bindings, now, timeZone, strict: isStrict, log, answers };
  return compiled.expression.evaluate(scope, environment);
};

/** What an evaluation that threw wants to know from outside, such as `$get('account', id)`. */
export const hostNeedOf = (error: unknown): { need: HostNeed; key: string } | null =>
  error instanceof ExpressionError && error.needs !== undefined
    ? { need: error.needs, key: hostKey(error.needs) }
    : null;

const pathsUnder = (root: string, { paths }: Expression): string[] =>
  paths
    .filter((read) => read.root === root)
    .map((read) => (read.path.length === 0 ? '*' : read.path.join('.')));

const given = new Set(['subject', 'actor', 'instance', 'record', 'before']);
