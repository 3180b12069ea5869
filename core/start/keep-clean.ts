import type { ThreadServices } from '../boot.ts';
import { clearContents } from '../channel/index.ts';
import { daysBefore, keptDays, removeOldImports } from '../entity/import/index.ts';
import { refreshSegments } from '../segment/index.ts';
import { purgeRemoved } from '../entity/change/purge-removed.ts';
import { endRecords } from '../entity/retention/end-records.ts';
import { createFiles, removeLoose } from '../file/index.ts';
import { removeOldOperations } from '../flow/operations/remove-old-operations.ts';

type Cleaned = Pick<
  ThreadServices,
  'sql' | 'clock' | 'log' | 'events' | 'registry' | 'models' | 'records' | 'definitions' | 'identity'
>;

const everyMilliseconds = 3_600_000;

/** Removes what was kept long enough, and makes the event log's months ahead, at the start and every hour; answers how to stop. Any number of nodes may. */
export function keepClean(services: Cleaned): () => void {
  const { sql, clock, log } = services;
  const files = createFiles({ sql });
  const clean = async (): Promise<void> => {
    const now = clock.now();
    await services.events.prepare(now);
    await refreshSegments({ sql, models: services.models, now: clock.now });
    const uploads = await files.removeUnfinished(daysBefore(now, keptDays.unfinished));
    const imports = await removeOldImports(sql, now);
    const operations = await removeOldOperations(sql, now);
    const removed = await purgeRemoved(sql, now);
    await services.definitions.refresh();
    const records = await endRecords({ ...services, now });
    const loose = await removeLoose(sql, { before: daysBefore(now, keptDays.loose), now: new Date(now) });
    const { messageDays: days } = await services.identity.company();
    const messages = await clearContents(sql, { days, now });
    if (uploads + imports + operations + removed + records + loose + messages > 0)
      log.info(
        { uploads, imports, operations, removed, records, loose, messages },
        'what was kept long enough is removed',
      );
  };
  const run = (): void => {
    clean().catch((error: unknown) =>
      log.warn({ err: error }, 'what was kept long enough could not be removed'),
    );
  };
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  run();
  return () => clearInterval(timer);
}
