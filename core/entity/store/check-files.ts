/** Whether what file fields are given is there, was uploaded by who writes it, and is what the field takes. */
import { createBindings, run } from '../../db/bindings.ts';
import { takesType } from '../field-types/file.ts';
import type { EntityModel } from '../model.ts';
import type { WriteContext } from './context.ts';
import type { Prepared } from './prepare-values.ts';

interface StoredFile {
  id: string;
  type: string;
  size: number;
  createdBy: string;
}

const megabyte = 1_048_576;
const defaultMegabytes = 25;

export async function checkFiles(
  context: WriteContext,
  model: EntityModel,
  rows: readonly Prepared[],
): Promise<void> {
  for (const [index, { id, definition }] of model.stored.entries()) {
    if (definition.type !== 'file') continue;
    const given = rows.filter((row) => typeof row.values[index] === 'string');
    if (given.length === 0) continue;
    const ids = given.map((row) => String(row.values[index]));
    const files = await readFiles(context, ids);
    const max = definition.max ?? defaultMegabytes;
    for (const row of given) {
      const fail = (code: string, params: Record<string, unknown> = {}): void =>
        void row.errors.push({ pointer: `/${id}`, code, params: { field: id, ...params } });
      const file = files.get(String(row.values[index]));
      // Somebody else's upload must not be read by hanging it on a record of one's own.
      const isOwn = file && (context.isSystem || file.createdBy === context.actor.id);
      if (!isOwn && context.actor.kind !== 'system') fail('file-missing');
      else if (file && !takesType(definition, file.type))
        fail('file-type-refused', { type: file.type, accept: definition.accept!.join(', ') });
      else if (file && file.size > max * megabyte) fail('file-too-large', { megabytes: max });
    }
  }
}

/** Held until they hang on their records: a file that is being removed is not there any more. */
async function readFiles({ tx }: WriteContext, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  const bindings = createBindings();
  const rows = await run<StoredFile>(
    tx,
    `select id, type, size, created_by as "createdBy" from core.file
     where id = any(${bindings.bindList(ids, 'uuid')}) and size is not null for key share`,
    bindings.values,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
