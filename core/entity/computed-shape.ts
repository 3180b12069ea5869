import type { FieldShape } from '../access/shape.ts';
import type { EntityDefinition, FieldDefinition } from './definition.ts';
import { formulaSql } from './formula/formula-sql.ts';

/** A formula over columns of its record, and the number of members, are asked about like one; other formulas and roll-ups are only shown. */
export function computedShape(definition: EntityDefinition, id: string, field: FieldDefinition): FieldShape {
  if (field.type === 'memberCount') return memberCount(id);
  const formula = formulaSql(definition, field);
  if (!formula || 'reason' in formula)
    return { id, kind: 'opaque', sql: () => 'null', sqlType: 'text', isSortable: false };
  const { kind, sql, currency, sqlType, reads, readsTime } = formula;
  const dependsOn = reads.map((name) => [name]);
  return { id, kind, sql, ...(currency && { currency }), sqlType, isSortable: true, dependsOn, readsTime };
}

/** What the part that keeps members knows already: no row of a list counts them. */
const memberCount = (id: string): FieldShape => ({
  ...{ id, kind: 'number', sqlType: 'integer', isSortable: true },
  sql: (alias) => `(select members.members from core.segment members where members.id = ${alias}.id)`,
});

/** Whether lists can be filtered, sorted and grouped by a field, as far as its type decides. */
export function isAskable(definition: EntityDefinition, id: string): boolean {
  const field = definition.fields[id];
  if (field?.type !== 'formula' && field?.type !== 'rollup') return true;
  return computedShape(definition, id, field).kind !== 'opaque';
}
