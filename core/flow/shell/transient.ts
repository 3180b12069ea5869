/** Failures of the moment, not of the work: a lost database, and PostgreSQL's class 40 (rollback). */
import { isConnectionLoss } from '../../db/connection-loss.ts';
import { isRollback } from '../../db/rollback.ts';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

export const isTransient = (error: unknown): boolean =>
  isRollback(error) || isConnectionLoss(error) || codeOf(error) === '25P02';
