import type { FieldShape } from '../access/shape.ts';
import type { EntityDefinition, FieldDefinition } from './definition.ts';
import { formulaSql } from './formula/formula-sql.ts';

/** A formula over columns of its record is asked about like one; other formulas and roll-ups are only shown. */
export function computedShape(definition: EntityDefinition, id: string, field: FieldDefinition): FieldShape {
  const formula = formulaSql(definition, field);
  if (!formula || 'reason' in formula)
    return { id, kind: 'opaque', sql: () => 'null', sqlType: 'text', isSortable: false };
  const { kind, sql, sqlType, reads, readsTime } = formula;
  const dependsOn = reads.map((name) => [name]);
  return { id, kind, sql, sqlType, isSortable: true, dependsOn, readsTime };
}

/** Whether lists can be filtered, sorted and grouped by a field, as far as its type decides. */
export function isAskable(definition: EntityDefinition, id: string): boolean {
  const field = definition.fields[id];
  if (field?.type !== 'formula' && field?.type !== 'rollup') return true;
  return computedShape(definition, id, field).kind !== 'opaque';
}
