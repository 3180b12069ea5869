import type postgres from 'postgres';

/**
 * At most so many transactions of a pool at a time; the next ones wait without a connection. What runs in one may ask
 * on a connection of its own too (the company's hours, people's names): where transactions had all of the pool, each
 * waited for the others for ever. Sixty requests at once did that. A transaction begun inside another one still may;
 * there is none.
 */
export function leaveRoom(sql: postgres.Sql, most: number): postgres.Sql {
  const begin = sql.begin.bind(sql) as (...input: unknown[]) => Promise<unknown>;
  const waiting: (() => void)[] = [];
  let running = 0;
  const limited = async (...input: unknown[]): Promise<unknown> => {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await begin(...input);
    } finally {
      // Its place is the next one's.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return Object.assign(sql, { begin: limited });
}
