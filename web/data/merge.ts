/** What has to be chosen when several records become one, and what the server is told. */
import { api } from './client.ts';
import { isEditable, type MetaEntity, type MetaField } from './meta.ts';
import type { RecordItem } from './records.ts';
import { isEmptyValue, toWritten } from './values.ts';

export const fewestMerged = 2;
/** More rows are no duplicates of one. */
export const mostMerged = 20;

/** Fields in which the records differ; where only some are empty, the others say. */
export const disputedFields = (entity: MetaEntity, records: readonly RecordItem[]): MetaField[] =>
  entity.fields.filter(
    (field) =>
      isEditable(field) &&
      (!field.isSystem || field.id === 'owner') &&
      // Lists of records are joined: nothing is to be chosen.
      field.type !== 'relationMany' &&
      distinct(field, records).size > 1,
  );

/** The record whose value a field takes: the chosen one, else the winner, else the first that has any. */
export function donorOf(
  field: MetaField,
  records: readonly RecordItem[],
  { winner, chosen }: { winner: string; chosen: string | undefined },
): RecordItem | undefined {
  const filled = records.filter((record) => !isEmptyValue(record[field.id]));
  return filled.find(({ id }) => id === chosen) ?? filled.find(({ id }) => id === winner) ?? filled[0];
}

interface MergeChoice {
  winner: string;
  /** By field: the record whose value it takes, where somebody chose. */
  chosen: Readonly<Record<string, string>>;
}

export function mergeBody(
  entity: MetaEntity,
  records: readonly RecordItem[],
  { winner, chosen }: MergeChoice,
): { into: string; from: string[]; values: Record<string, unknown> } {
  const values: Record<string, unknown> = {};
  for (const field of disputedFields(entity, records)) {
    const donor = donorOf(field, records, { winner, chosen: chosen[field.id] });
    if (donor && donor.id !== winner) values[field.id] = toWritten(donor[field.id]);
  }
  return { into: winner, from: records.filter(({ id }) => id !== winner).map(({ id }) => id), values };
}

export const mergeRecords = (
  entity: string,
  body: { into: string; from: string[]; values: Record<string, unknown> },
): Promise<{ record: RecordItem; cause: string }> =>
  api.post(`/api/records/${encodeURIComponent(entity)}/merge`, body, {
    idempotencyKey: crypto.randomUUID(),
  });

const distinct = (field: MetaField, records: readonly RecordItem[]): Set<string> =>
  new Set(
    records
      .map((record) => record[field.id])
      .filter((value) => !isEmptyValue(value))
      .map((value) => JSON.stringify(toWritten(value))),
  );
