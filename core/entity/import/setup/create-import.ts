import type { Actor } from '../../../access/index.ts';
import { newId } from '../../../db/new-id.ts';
import type { Files } from '../../../file/index.ts';
import { EncodingSniffer } from '../encoding/sniff-encoding.ts';
import { guessMapping } from '../guess/guess-mapping.ts';
import type { ImportRow } from '../import-row.ts';
import { defaultOptions, type ColumnMapping } from '../mapping.ts';
import { importActor } from '../run/actor-of.ts';
import type { RunServices } from '../run/run-import.ts';
import type { ImportSource } from '../source.ts';
import { insertImport } from '../sql/insert-import.ts';
import { importTarget } from '../target.ts';
import { inspect, notText, type Inspected } from './inspect.ts';
import { overlaps } from './overlaps.ts';

/** The largest file an import takes: some twenty million rows. */
export const importLimit = 2 * 1024 ** 3;

export interface NewUpload {
  target: string;
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** A file that cannot be imported is not kept. */
export async function createImport(
  services: RunServices,
  actor: Actor,
  upload: NewUpload,
): Promise<ImportRow> {
  const { file, inspected } = await storeAndInspect(services.files, actor, upload);
  try {
    return await insertImport(services.sql, {
      id: newId(),
      target: upload.target,
      name: upload.name,
      file,
      parent: null,
      source: inspected.source,
      mapping: await guess(services, { actor, target: upload.target, inspected }),
      options: defaultOptions,
      actor: importActor(actor),
      createdBy: actor.id,
    });
  } catch (error) {
    await services.files.remove(file);
    throw error;
  }
}

export async function storeAndInspect(
  files: Files,
  actor: Actor,
  { name, bytes }: Pick<NewUpload, 'name' | 'bytes'>,
): Promise<{ file: string; inspected: Inspected }> {
  const sniffer = new EncodingSniffer();
  let head: Buffer | null = null;
  const watch = (piece: Buffer): void => {
    head ??= piece;
    sniffer.push(piece);
  };
  const file = await files.write({ name, bytes, createdBy: actor.id, limit: importLimit, watch });
  try {
    const found = sniffer.end();
    if ('notText' in found) throw notText(found.notText);
    const inspected = inspect({ head: head ?? Buffer.alloc(0), size: file.size, encoding: found.encoding });
    return { file: file.id, inspected };
  } catch (error) {
    await files.remove(file.id);
    throw error;
  }
}

/** The file read in another way than was found out, with a new guess. */
export async function reread(
  services: RunServices,
  input: { actor: Actor; row: ImportRow; change: Partial<ImportSource> },
): Promise<ImportRow> {
  const { row, actor, change } = input;
  const { encoding, delimiter, hasHeader, size } = { ...row.source, ...change };
  const first = await services.files.read(row.file).next();
  const inspected = inspect({
    head: first.value ?? Buffer.alloc(0),
    size,
    encoding,
    delimiter,
    ...(change.hasHeader === undefined ? {} : { hasHeader }),
  });
  const { source } = inspected;
  return { ...row, source, mapping: await guess(services, { actor, target: row.target, inspected }) };
}

async function guess(
  services: RunServices,
  { actor, target: id, inspected }: { actor: Actor; target: string; inspected: Inspected },
): Promise<ColumnMapping[]> {
  const target = importTarget(services.registry, id);
  const { columns } = inspected.source;
  const input = { ...services, actor, target, columns, values: inspected.values };
  return guessMapping({ columns, target, overlap: await overlaps(services.sql, input) });
}
