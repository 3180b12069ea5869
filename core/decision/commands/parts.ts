/** What the commands and questions about decisions work with. */
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';

export interface DecisionParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
}

export interface ToldProblem {
  /** Id of the cell, column, rule or decision; null where it is the file. */
  element: string | null;
  decision?: string;
  /** From 1. */
  rule?: number;
  column?: string;
  code: string;
  message: string;
}
