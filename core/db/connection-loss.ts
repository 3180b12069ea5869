/**
 * Whether an error says that the database went away, not that the work was wrong: codes of the driver, failures of the
 * sockets under it, and PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shutdown, crash, not up yet).
 * Libraries in between wrap what they got, so causes are looked through.
 */
const codesOfDriver = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
]);
/** Any socket fails with these; the driver notes the statement on its own, which another host's error has not. */
const codesOfSockets = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

export function isConnectionLoss(error: unknown): boolean {
  for (let at = error, depth = 0; isThing(at) && depth < 5; at = at.cause, depth++) {
    const { code } = at;
    if (typeof code !== 'string') continue;
    if (codesOfDriver.has(code) || /^(08|53|57P)/.test(code)) return true;
    if (codesOfSockets.has(code) && 'query' in at) return true;
  }
  return false;
}

const isThing = (value: unknown): value is { code?: unknown; cause?: unknown } =>
  typeof value === 'object' && value !== null;
