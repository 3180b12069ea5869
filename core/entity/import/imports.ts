/** What the rest of the system asks of imports. */
import type { Access, Actor } from '../../access/index.ts';
import { may } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import { notFound, Problem } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import { createModels } from '../models.ts';
import type { ImportRow } from './import-row.ts';
import type { ColumnMapping, ImportOptions } from './mapping.ts';
import { preview, previewRows, type Preview, type PreviewServices } from './preview/preview.ts';
import { importActor } from './run/actor-of.ts';
import { importJob, importJobKind, type ImportJobServices } from './run/import-job.ts';
import { checkMapping, checkReady } from './setup/check-setup.ts';
import { createImport, reread, type NewUpload } from './setup/create-import.ts';
import { repairImport } from './setup/repair-import.ts';
import type { ImportSource } from './source.ts';
import { listImports } from './sql/list-imports.ts';
import { readImport } from './sql/read-import.ts';
import { setState } from './sql/set-state.ts';
import { updateSetup } from './sql/update-setup.ts';
import { importTarget, peopleTarget } from './target.ts';
import type { JobHandler } from '../../job/index.ts';

export interface ImportChange {
  mapping?: ColumnMapping[];
  options?: Partial<ImportOptions>;
  /** Reading the file in another way starts the mapping anew. */
  source?: Partial<Pick<ImportSource, 'encoding' | 'delimiter' | 'hasHeader'>>;
}

export interface Imports {
  /** Stores the file and answers what was found out about it. */
  create(actor: Actor, upload: NewUpload): Promise<ImportRow>;
  /** Problem `not-found` for another person's import, except for who may do everything. */
  get(actor: Actor, id: string): Promise<ImportRow>;
  list(actor: Actor, input: { target?: string; limit: number; before?: Date }): Promise<ImportRow[]>;
  change(actor: Actor, id: string, change: ImportChange): Promise<ImportRow>;
  preview(actor: Actor, id: string, rows?: number): Promise<Preview>;
  /** Starts it, or goes on with it where it stands. */
  start(actor: Actor, id: string): Promise<ImportRow>;
  /** Ends after the chunk at work. */
  stop(actor: Actor, id: string): Promise<ImportRow>;
  /** A new import of the rejected rows: those of the upload when there is one, else as they are kept. */
  repair(actor: Actor, id: string, bytes: AsyncIterable<Uint8Array> | null): Promise<ImportRow>;
  /** Runs imports: to be registered where jobs run. */
  handler: JobHandler;
}

export type ImportServices = Omit<PreviewServices, 'shapes'> &
  Omit<ImportJobServices, 'shapes'> & {
    access: Access;
    clock: Clock;
    /** Tells runners that there is work. */
    wake?: () => void;
  };

export function createImports(given: ImportServices): Imports {
  const services = { ...given, shapes: createModels(given.registry).shapes };
  const { sql, registry } = services;
  const get = async (actor: Actor, id: string): Promise<ImportRow> => {
    const row = await readImport(sql, id);
    if (row.createdBy !== actor.id && !may(actor, '*')) throw notFound('import', id);
    return row;
  };
  const moved = async (actor: Actor, id: string, isMoved: boolean): Promise<ImportRow> => {
    const row = await get(actor, id);
    if (!isMoved) throw new Problem({ status: 409, code: 'import-state', params: { state: row.state } });
    return row;
  };
  return {
    get,
    handler: importJob(services),
    create: (actor, upload) => {
      checkTarget(services, actor, upload.target);
      return createImport(services, actor, upload);
    },
    list: (actor, input) => listImports(sql, { ...input, createdBy: may(actor, '*') ? null : actor.id }),
    async change(actor, id, change) {
      const old = await get(actor, id);
      // Rows are counted as they were read from the start: reading them otherwise would lose the place.
      if (change.source && old.position > 0) return moved(actor, id, false);
      const base = change.source ? await reread(services, { actor, row: old, change: change.source }) : old;
      const mapping = change.mapping ?? base.mapping;
      const row = { ...base, mapping, options: { ...old.options, ...change.options } };
      checkMapping(row, importTarget(registry, row.target));
      return moved(actor, id, await updateSetup(sql, row));
    },
    async preview(actor, id, rows = previewRows.usual) {
      const row = await get(actor, id);
      checkReady(row, importTarget(registry, row.target));
      return preview(services, { row, actor, rows });
    },
    async start(actor, id) {
      const row = await get(actor, id);
      checkTarget(services, actor, row.target);
      checkReady(row, importTarget(registry, row.target));
      const isMoved = await sql.begin(async (tx) => {
        if (!(await setState(tx, id, { from: ['ready', 'stopped', 'failed'], to: 'running' }))) return false;
        await tx`update core.import set actor = ${tx.json(importActor(actor) as never)} where id = ${id}`;
        await tx`delete from core.job where key = ${jobKey(id)}`;
        await enqueue(tx, [
          {
            kind: importJobKind,
            lane: 3,
            payload: { import: id },
            dueAt: services.clock.now(),
            key: jobKey(id),
            maxAttempts: 5,
          },
        ]);
        return true;
      });
      services.wake?.();
      return moved(actor, id, isMoved);
    },
    async stop(actor, id) {
      await get(actor, id);
      return moved(actor, id, await setState(sql, id, { from: ['running'], to: 'stopping' }));
    },
    async repair(actor, id, bytes) {
      const row = await get(actor, id);
      checkTarget(services, actor, row.target);
      return repairImport(services, { actor, parent: row, bytes });
    },
  };
}

const jobKey = (id: string): string => `import:${id}`;

/** Who may write nothing there need not upload anything. Problems `forbidden`, `record-create-forbidden` (403). */
function checkTarget(
  { registry, access }: Pick<ImportServices, 'registry' | 'access'>,
  actor: Actor,
  target: string,
): void {
  if (target === peopleTarget) {
    if (!may(actor, 'users.manage'))
      throw new Problem({ status: 403, code: 'forbidden', params: { permission: 'users.manage' } });
    return;
  }
  const { id } = registry.entity(target);
  if (!access.mayEver(actor, id, 'import'))
    throw new Problem({ status: 403, code: 'record-create-forbidden', params: { entity: id } });
}
