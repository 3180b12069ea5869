/**
 * PostgreSQL refuses a prepared statement whose table got another shape meanwhile, once on each connection that has
 * it: the transaction runs again, at most as often as the pool has connections. A column that is not there or has
 * another type means that this process has not heard of a change yet: it reads the definitions and tries once more.
 */
const changedShape = /cached plan must not change result type/;
const mostConnections = 16;
/** Undefined column, undefined table, datatype mismatch. */
const outdated: readonly unknown[] = ['42703', '42P01', '42804'];

export async function replanned<T>(run: () => Promise<T>, refresh?: () => Promise<void>): Promise<T> {
  let hasRefreshed = false;
  for (let attempt = 1; ; attempt++)
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error) || attempt > mostConnections) throw error;
      if (changedShape.test(error.message)) continue;
      const isOutdated = 'code' in error && outdated.includes(error.code);
      if (!isOutdated || !refresh || hasRefreshed) throw error;
      hasRefreshed = true;
      await refresh();
    }
}
