import { codes } from './codes.ts';
import type { DeployCode } from './codes.ts';
import type { Place } from './place.ts';

/** Something a file does wrong. The sentence is `deploy.<code>` with `params`, and `element` and `name` in them. */
export interface DeployProblem {
  /** Id of the element at fault; null where it is the file. */
  element: string | null;
  code: DeployCode;
  severity: 'error' | 'warning';
  params: Record<string, string | number>;
  /** Of params that are elements: their names, or where they stand. */
  places?: Record<string, string | Place>;
}

/** Collects all that is wrong: a file is reported whole, not up to its first mistake. */
export class Findings {
  readonly problems: DeployProblem[] = [];

  /** Gives undefined, so that a reader can report and give nothing in one word. */
  add(
    code: DeployCode,
    at: { id?: string; name?: string } | string | null,
    params: Record<string, string | number> = {},
  ): undefined {
    const element = typeof at === 'string' ? at : (at?.id ?? null);
    const name = (typeof at === 'object' && at?.name) || element || '';
    this.problems.push({
      element,
      code,
      severity: codes[code],
      params: { element: element ?? '', name, ...params },
    });
  }

  has(severity: 'error' | 'warning'): boolean {
    return this.problems.some((problem) => problem.severity === severity);
  }

  of(severity: 'error' | 'warning'): DeployProblem[] {
    return this.problems.filter((problem) => problem.severity === severity);
  }
}
