import { notFound } from '../errors.ts';
import type { RecordService } from '../plugin.ts';
import type { RecordData } from './definition.ts';

/** One record; problem 404 `not-found` where there is none, or none that whoever asks may see. */
export async function readOne(
  records: Pick<RecordService, 'read'>,
  entity: string,
  id: string,
): Promise<RecordData> {
  const [record] = await records.read(entity, [id]);
  if (!record) throw notFound(entity, id);
  return record;
}
