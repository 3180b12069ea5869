import { entityOf, shownType, type Meta } from '../data/meta.ts';
import { targetOf, type ExpressionScope } from './scope.ts';

/** What an expression over a record of an entity can name: its fields, by their own names. */
export const fieldScope = (meta: Meta, entity: string): ExpressionScope => ({
  meta,
  names: (entityOf(meta, entity)?.fields ?? []).map((field) => ({
    name: field.id,
    label: field.label,
    type: shownType(field),
    ...(targetOf(field) && { entity: targetOf(field) }),
    ...(field.options && { options: field.options }),
  })),
  isRecord: true,
  // Whoever knows all of it says what is wrong.
  isOpen: true,
});
