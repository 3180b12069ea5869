import type { Db } from '../../../db/connect.ts';
import { isRelation } from '../../field-types/is-relation.ts';
import { foldText } from '../cell/cell-reader.ts';
import type { Overlap } from '../guess/guess-mapping.ts';
import { findPeople } from '../match/find-people.ts';
import { findRecords, type FindRecordsInput } from '../match/find-records.ts';
import { optionLabels } from '../run/build-writer.ts';
import type { Registry } from '../../../registry.ts';
import type { ColumnProfile } from '../mapping.ts';
import type { ImportTarget, TargetField } from '../target.ts';

/** Values of a column that are looked up to see which field knows them. */
const asked = 30;

export interface OverlapInput extends Omit<FindRecordsInput, 'entity' | 'field'> {
  registry: Registry;
  target: ImportTarget;
  columns: readonly ColumnProfile[];
  values: readonly string[][];
}

/** Which share of a column's values each select, relation and user field knows: a query per such field. */
export async function overlaps(db: Db, input: OverlapInput): Promise<Overlap> {
  const texts = input.columns.filter((column) => column.kind === 'text' || column.kind === 'email');
  const shares = new Map<string, number>();
  for (const field of input.target.fields) {
    const sample = new Map(texts.map(({ column }) => [column, input.values[column]!.slice(0, asked)]));
    const known = await knownTexts(db, input, { field, texts: [...new Set([...sample.values()].flat())] });
    for (const [column, values] of sample)
      shares.set(
        `${column} ${field.id}`,
        values.filter((value) => known.has(foldText(value))).length / values.length,
      );
  }
  return (column, field) => shares.get(`${column} ${field}`) ?? 0;
}

async function knownTexts(
  db: Db,
  input: OverlapInput,
  { field, texts }: { field: TargetField; texts: string[] },
): Promise<Set<string>> {
  const { type, entity, options = [] } = field.definition;
  if (type === 'select' || type === 'multiSelect')
    return new Set(
      options
        .flatMap(({ value, label }) => [
          value,
          ...Object.values(label ?? {}),
          ...optionLabels(input.registry, { entity: input.target.id, field: field.id, value }),
        ])
        .map(foldText),
    );
  if (texts.length === 0) return new Set();
  if (type === 'user') return folded(await findPeople(db, 'name', texts));
  if (!isRelation(field.definition) || !entity) return new Set();
  const title = input.registry.entity(entity).title;
  if (!input.access.alwaysSees(input.actor, entity, title)) return new Set();
  return folded(await findRecords(db, { ...input, entity, field: title }, texts));
}

const folded = (rows: { text: string }[]): Set<string> => new Set(rows.map((row) => foldText(row.text)));
