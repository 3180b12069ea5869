import type { Actor } from '../../../access/index.ts';
import { newId } from '../../../db/new-id.ts';
import { Problem } from '../../../errors.ts';
import type { ImportRow } from '../import-row.ts';
import { mappingByName, rejectedCsv } from '../rejected.ts';
import { importActor } from '../run/actor-of.ts';
import type { RunServices } from '../run/run-import.ts';
import { insertImport } from '../sql/insert-import.ts';
import { storeAndInspect } from './create-import.ts';

/** An import of rejected rows with the mapping and options of the one that rejected them. */
export async function repairImport(
  services: RunServices,
  input: { actor: Actor; parent: ImportRow; bytes: AsyncIterable<Uint8Array> | null },
): Promise<ImportRow> {
  const { actor, parent } = input;
  if (parent.rejected === 0) throw new Problem({ status: 409, code: 'import-nothing-rejected' });
  const bytes =
    input.bytes ?? rejectedCsv(services.sql, parent, { registry: services.registry, locale: actor.locale });
  const { file, inspected } = await storeAndInspect(services.files, actor, { name: parent.name, bytes });
  const names = inspected.source.columns.map((column) => column.name);
  return insertImport(services.sql, {
    id: newId(),
    target: parent.target,
    name: parent.name,
    file,
    parent: parent.id,
    source: inspected.source,
    mapping: mappingByName(parent, names),
    options: parent.options,
    actor: importActor(actor),
    createdBy: actor.id,
  });
}
