import type { ExpressionProblem } from '../expression-error.ts';
import type { HostAnswers } from '../host.ts';
import type { Limits } from '../limits.ts';
import type { Value, Variables } from '../value.ts';

/** What travels to the worker: the environment without its functions. */
export interface Job {
  source: string;
  scope: Variables;
  bindings: Variables;
  now: number;
  strict: boolean;
  timeZone?: string;
  answers?: HostAnswers;
  limits: Limits;
}

/** What comes back. `value` is absent for missing. */
export type Answer =
  | { isOk: true; value?: Value; logs: Value[] }
  | { isOk: false; problem: ExpressionProblem; logs: Value[] };
