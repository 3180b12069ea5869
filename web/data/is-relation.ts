import type { FieldType } from '../../core/entity/definition.ts';

/** Whether a field leads to records of an entity, to one or to many. */
export const isRelation = ({ type }: { type: FieldType }): boolean =>
  type === 'relation' || type === 'relationMany';
