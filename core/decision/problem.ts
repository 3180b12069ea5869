import type { Region } from './analyse/region.ts';
import { codes, type DecisionCode } from './codes.ts';

/** Where in a file: the element is a cell, clause, rule or decision, the others say it in words. */
export interface Place {
  element: string | null;
  /** Name of the decision. */
  decision?: string;
  /** From 1. */
  rule?: number;
  /** Label of the input or output. */
  column?: string;
}

/** The sentence is `decision.<code>` with `params`, behind where it is. */
export interface DecisionProblem extends Place {
  code: DecisionCode;
  severity: 'error' | 'warning';
  params: Params;
}

/** A region says for which values. */
export type Params = Record<string, string | number | Region>;

/** Collects all that is wrong: a file is reported whole. */
export class Findings {
  readonly problems: DecisionProblem[] = [];

  /** Gives undefined, so that a reader can report and give nothing in one word. */
  add(code: DecisionCode, at: Place, params: Params = {}): undefined {
    this.problems.push({ ...at, code, severity: codes[code], params });
  }

  of(severity: 'error' | 'warning'): DecisionProblem[] {
    return this.problems.filter((problem) => problem.severity === severity);
  }
}
