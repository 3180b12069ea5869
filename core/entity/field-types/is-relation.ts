import type { FieldDefinition } from '../definition.ts';

/** Whether a field leads to records of an entity, to one or to many. */
export const isRelation = ({ type }: Pick<FieldDefinition, 'type'>): boolean =>
  type === 'relation' || type === 'relationMany';
