import type { FieldType } from '../../core/entity/definition.ts';
import { entityOf, shownType, type Meta } from '../data/meta.ts';
import { targetOf, type ExpressionScope } from './scope.ts';

/** What refers to others or is computed itself has no value that the server lets a formula read. */
const unreadable = new Set<FieldType>([
  ...(['relation', 'relationMany', 'user', 'formula', 'rollup'] as const),
  ...(['memberCount', 'secret', 'file'] as const),
]);

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

/** What a formula or rule of the entity can read: values of the record itself, and not the formula that it is. */
export function operandScope(meta: Meta, entity: string, formula?: string): ExpressionScope {
  const scope = fieldScope(meta, entity);
  const fields = new Map(entityOf(meta, entity)?.fields.map((field) => [field.id, field]));
  return {
    ...scope,
    names: scope.names.filter(({ name }) => name !== formula && !unreadable.has(fields.get(name)!.type)),
  };
}
