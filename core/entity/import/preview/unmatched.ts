import type { Actor } from '../../../access/index.ts';
import type { Tx } from '../../../db/connect.ts';
import type { Registry } from '../../../registry.ts';
import { isRelation } from '../../field-types/is-relation.ts';
import { foldText } from '../cell/cell-reader.ts';
import type { ImportRow } from '../import-row.ts';
import { keyOf, optionLabels } from '../run/build-writer.ts';
import type { RunServices } from '../run/run-import.ts';
import type { RejectedRow } from '../sql/insert-rejected.ts';
import { importTarget, targetField } from '../target.ts';
import { suggest, type Candidates } from './suggest.ts';

/** Texts of a column that stand for nothing yet, most frequent first. */
export interface UnmatchedColumn {
  column: number;
  field: string;
  kind: 'option' | 'record' | 'user';
  /** The entity in which records were looked for. */
  entity: string | null;
  values: { value: string; count: number; suggestion: string | null }[];
  /** How many different values there are in all. */
  distinct: number;
}

const kinds: Record<string, UnmatchedColumn['kind']> = {
  'import-option': 'option',
  'import-record-unmatched': 'record',
  'import-user-unmatched': 'user',
};
const shown = 100;

export async function unmatchedValues(
  tx: Tx,
  services: RunServices,
  { row, rejected, actor }: { row: ImportRow; rejected: readonly RejectedRow[]; actor: Actor },
): Promise<UnmatchedColumn[]> {
  const named = namedByRejected(services.registry, row, rejected);
  const counts = new Map<
    string,
    { column: number; field: string; code: string; values: Map<string, number> }
  >();
  for (const { column, field, code, params } of rejected.flatMap((each) => each.reasons)) {
    if (!kinds[code] || column === undefined || field === undefined) continue;
    if (named.get(field)?.has(foldText(String(params['value'])))) continue;
    const entry = counts.get(field) ?? { column, field, code, values: new Map<string, number>() };
    const value = String(params['value']);
    entry.values.set(value, (entry.values.get(value) ?? 0) + 1);
    counts.set(field, entry);
  }
  const columns: UnmatchedColumn[] = [];
  for (const { column, field, code, values } of counts.values()) {
    const most = [...values].toSorted((a, b) => b[1] - a[1]).slice(0, shown);
    const candidates = candidatesFor(services, { row, actor, id: field });
    const found = await suggest(
      tx,
      candidates,
      most.map(([value]) => value),
    );
    columns.push({
      column,
      field,
      kind: kinds[code]!,
      entity: candidates.kind === 'records' ? candidates.entity : null,
      values: most.map(([value, count]) => ({ value, count, suggestion: found.get(value) ?? null })),
      distinct: values.size,
    });
  }
  return columns.toSorted((a, b) => a.column - b.column);
}

function candidatesFor(
  { registry, access, shapes }: RunServices,
  { row, actor, id }: { row: ImportRow; actor: Actor; id: string },
): Candidates {
  const field = targetField(importTarget(registry, row.target), id);
  const { type, options = [] } = field.definition;
  if (!isRelation(field.definition) && type !== 'user')
    return {
      kind: 'options',
      options: options.map(({ value, label }) => ({
        value,
        names: [
          value,
          ...Object.values(label ?? {}),
          ...optionLabels(registry, { entity: row.target, field: id, value }),
        ],
      })),
    };
  const mapping = row.mapping.find((each) => each.field === id)!;
  const key = keyOf(registry, { column: mapping.column, field, mapping, isSelf: false });
  if (key.entity === null) return { kind: 'people', field: key.field };
  return { kind: 'records', entity: key.entity, field: key.field, actor, access, shapes };
}

/**
 * By field that leads to the target itself: the names of rows that are rejected for faults of their own. Whoever
 * names one of these is right, and will be found when that row is mended.
 */
function namedByRejected(
  registry: Registry,
  row: ImportRow,
  rejected: readonly RejectedRow[],
): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  if (!registry.hasEntity(row.target)) return named;
  const { fields, title } = registry.entity(row.target);
  for (const { field, key = title } of row.mapping) {
    const column = row.mapping.find((each) => each.field === key)?.column;
    if (field === null || column === undefined || fields[field]?.entity !== row.target) continue;
    named.set(field, new Set(rejected.map(({ cells }) => foldText(cells[column] ?? ''))));
  }
  return named;
}
