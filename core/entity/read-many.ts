import type { RecordService } from '../plugin.ts';
import type { RecordData } from './definition.ts';

/**
 * Those of the records that are there and that whoever asks may see: each once, in the order of their ids. Null, as
 * `idOf` answers for a relation that is empty, is left out.
 */
export async function readMany(
  records: Pick<RecordService, 'read'>,
  entity: string,
  ids: Iterable<string | null>,
): Promise<RecordData[]> {
  const found = await records.read(entity, [...new Set([...ids].filter((id) => id !== null))]);
  return found.filter((record) => record !== null);
}
