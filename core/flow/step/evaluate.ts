/** The one door between the flow and the expression language. */
import { compile as compileExpression } from '../../expression/index.ts';
import type { Value, Variables } from './types.ts';

export interface Compiled {
  source: string;
  /** False: it is evaluated outside, by an `evaluate` effect. */
  isSync: boolean;
  /** Variables it can name; null when it reads its whole input. */
  roots: readonly string[] | null;
  /** Of `subject`, `actor`, `instance` and `before`, those it reads. */
  bindings: readonly string[];
  /** What it reads of `$subject`: `account.name`; `*` for the record as a whole. */
  subjectPaths: readonly string[];
  run: ReturnType<typeof compileExpression>;
}

export interface Surroundings {
  bindings: Variables;
  now: number;
  timeZone: string;
  isStrict: boolean;
  log: (value: Value) => void;
}

/** Throws an ExpressionError when the text does not parse. */
export const compile = (source: string): Compiled => {
  const run = compileExpression(source);
  const names = run.bindings.map((name) => name.replace(/^\$/, ''));
  return {
    source,
    isSync: run.isSync,
    roots: run.roots,
    bindings: names.filter((name) => given.has(name)),
    subjectPaths: run.paths
      .filter((each) => each.root.replace(/^\$/, '') === 'subject')
      .map((each) => (each.path.length === 0 ? '*' : each.path.join('.'))),
    run,
  };
};

export const evaluateNow = (compiled: Compiled, scope: Variables, around: Surroundings): Value =>
  compiled.run.evaluate(scope, {
    bindings: around.bindings,
    now: around.now,
    strict: around.isStrict,
    log: around.log,
  }) ?? null;

const given = new Set(['subject', 'actor', 'instance', 'before']);
