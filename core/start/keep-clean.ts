import type { ThreadServices } from '../boot.ts';
import { daysBefore, keptDays, removeOldImports } from '../entity/import/index.ts';
import { refreshByTime } from '../segment/index.ts';
import { purgeRemoved } from '../entity/change/purge-removed.ts';
import { createFiles } from '../file/index.ts';
import { removeOldOperations } from '../flow/operations/remove-old-operations.ts';

const everyMilliseconds = 3_600_000;

/** Removes what was kept long enough, at the start and every hour; answers how to stop. Any number of nodes may. */
export function keepClean({ sql, clock, log }: Pick<ThreadServices, 'sql' | 'clock' | 'log'>): () => void {
  const files = createFiles({ sql });
  const clean = async (): Promise<void> => {
    const now = clock.now();
    await refreshByTime({ sql, now: clock.now });
    const uploads = await files.removeUnfinished(daysBefore(now, keptDays.unfinished));
    const imports = await removeOldImports(sql, now);
    const operations = await removeOldOperations(sql, now);
    const removed = await purgeRemoved(sql, now);
    if (uploads + imports + operations + removed > 0)
      log.info(
        { uploads, imports, operations, removed },
        'old uploads, imports, operations and fields removed',
      );
  };
  const run = (): void => {
    clean().catch((error: unknown) =>
      log.warn({ err: error }, 'old uploads, imports and operations not removed'),
    );
  };
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  run();
  return () => clearInterval(timer);
}
