import { createAccess } from '../../core/access/index.ts';
import { wallClock } from '../../core/clock.ts';
import type { Sql } from '../../core/db/connect.ts';
import { createImports, type Imports } from '../../core/entity/import/index.ts';
import { createModels } from '../../core/entity/models.ts';
import type { RecordStore } from '../../core/entity/index.ts';
import { createRecords } from '../../core/entity/records.ts';
import { bringUp } from '../../core/entity/schema/bring-up.ts';
import { createEvents } from '../../core/event/index.ts';
import { createFiles, type Files } from '../../core/file/index.ts';
import { createIdentity, type Identity } from '../../core/identity/index.ts';
import { createHandlers, createRunner, createWake, createWorker } from '../../core/job/index.ts';
import { loadPlugins } from '../../core/load-plugins.ts';
import { createRegistry, type Registry } from '../../core/registry.ts';

export interface ImportParts {
  sql: Sql;
  registry: Registry;
  identity: Identity;
  records: RecordStore;
  files: Files;
  imports: Imports;
  access: ReturnType<typeof createAccess>;
  /** Runs jobs of imports here; call the answer to stop. */
  runJobs(url: string): Promise<() => Promise<void>>;
}

/** The parts an import needs, with the plugins of this project, on a migrated database. */
export async function importParts(sql: Sql): Promise<ImportParts> {
  const registry = await createRegistry(await loadPlugins(undefined));
  await bringUp(sql, registry.entities());
  const identity = createIdentity({ sql, roles: () => registry.roles });
  const models = createModels(registry);
  const access = createAccess({ registry, shapes: models.shapes });
  const events = createEvents({ sql });
  await events.prepare(Date.now());
  const records = createRecords({ sql, models, access, events, company: identity.company });
  const files = createFiles({ sql });
  const log = { error: () => {} };
  const imports = createImports({
    sql,
    registry,
    identity,
    access,
    records,
    events,
    files,
    clock: wallClock,
    log,
  });
  return {
    sql,
    registry,
    identity,
    records,
    files,
    imports,
    access,
    runJobs: (url) => runImportJobs(sql, imports, url),
  };
}

export async function runImportJobs(sql: Sql, imports: Imports, url: string): Promise<() => Promise<void>> {
  const handlers = createHandlers();
  handlers.register(imports.handler);
  const [worker, wake] = [await createWorker(url), createWake(sql)];
  const lanes = [{ lane: 3 as const, loops: 1, limit: () => 1 }];
  const log = { error: () => {} };
  const runner = createRunner({
    sql,
    clock: wallClock,
    worker,
    wake,
    handlers,
    log,
    lanes,
    pollMilliseconds: 50,
  });
  runner.start();
  return async () => {
    await runner.stop();
    await worker.close();
    await wake.close();
  };
}

/** Waits until an import has come to an end. */
export async function ended(parts: Pick<ImportParts, 'sql'>, id: string): Promise<string> {
  for (;;) {
    const [row] = await parts.sql<{ state: string }[]>`select state from core.import where id = ${id}`;
    if (row && !['running', 'stopping'].includes(row.state)) return row.state;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export async function* bytesOf(...texts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
