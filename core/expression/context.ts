import type { HostAnswers } from './host.ts';
import { defaultLimits, Meter, type Limits } from './limits.ts';
import type { Value, Variables } from './value.ts';

/** What an evaluation is given beside the scope. */
export interface Environment {
  /** Without the `$`: `{ subject, record, before, actor, instance, … }`. */
  bindings: Variables;
  /** Milliseconds since 1970: `$now()`, `$today()`, `$millis()`. */
  now: number;
  /** False: JSONata's own results for missing and null; see `semantics.ts`. */
  strict: boolean;
  /** The company's time zone, for `$today()` and calendar days; UTC when absent. */
  timeZone?: string;
  log?: (value: Value) => void;
  /** Host functions that can answer at once, without the `$`. Not taken to the isolated interpreter. */
  functions?: Record<string, (...args: Value[]) => Value>;
  /** Answers read before, for host functions that are not in `functions`. */
  answers?: HostAnswers;
  limits?: Partial<Limits>;
}

/** One evaluation. */
export interface Context {
  readonly root: unknown;
  readonly env: Environment;
  readonly bindings: Variables;
  readonly isStrict: boolean;
  readonly meter: Meter;
}

export function createContext(scope: Variables, env: Environment): Context {
  const limits = env.limits ? { ...defaultLimits, ...env.limits } : defaultLimits;
  return { root: scope, env, bindings: env.bindings, isStrict: env.strict, meter: new Meter(limits) };
}

/** What `:=` and parameters set, innermost first. */
export interface Frame {
  readonly values: Map<string, unknown>;
  readonly parent: Frame | undefined;
}

export const createFrame = (parent: Frame | undefined): Frame => ({ values: new Map(), parent });
