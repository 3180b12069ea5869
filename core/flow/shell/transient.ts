/** Failures of the moment, not of the work: PostgreSQL's classes 08 (connection), 40 (rollback), 53, 57 (server). */
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

export const isTransient = (error: unknown): boolean =>
  isRollback(error) || isLostConnection(error) || codeOf(error) === '25P02';

/** Deadlock or serialization: the same work a moment later goes through. */
export const isRollback = (error: unknown): boolean => codeOf(error).startsWith('40');

export const isLostConnection = (error: unknown): boolean =>
  lost.has(codeOf(error)) || /^(08|53|57P)/.test(codeOf(error));
