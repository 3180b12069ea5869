import type { DecisionErrorCode } from '../decision-error.ts';
import type { Outcome } from '../evaluate/decide.ts';

/** How an answer travels between processes. */
export type PostedResult =
  | { ok: true; outcome: Outcome }
  | { ok: false; code: DecisionErrorCode; params: Record<string, string> };

/** As for expressions: what a batch of the engine may take as a whole, many times over. */
export const mostMilliseconds = 1_000;
