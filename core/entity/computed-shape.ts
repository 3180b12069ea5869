import type { FieldShape } from '../access/shape.ts';
import type { FieldDefinition } from './definition.ts';

/** Formulas and roll-ups are shown, not asked about: no filter and no sort has them. */
export const computedShape = (id: string, _field: FieldDefinition): FieldShape => ({
  id,
  kind: 'opaque',
  sql: () => 'null',
  sqlType: 'text',
  isSortable: false,
});
