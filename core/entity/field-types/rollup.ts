import type { FieldDefinition } from '../definition.ts';
import { refused, type Field, type FieldTypeSpec } from './field-type.ts';

/** Computed live at every read over the children that the reader may see; nothing is stored. */
export const rollupType: FieldTypeSpec = {
  type: 'rollup',
  kind: 'opaque',
  isSortable: false,
  isComputed: true,
  columns: () => [],
  refuse(field) {
    if (!field.rollup) return refused('rollup-incomplete');
    return field.rollup.function !== 'count' && !field.rollup.field
      ? refused('rollup-incomplete')
      : undefined;
  },
  parse: () => refused('field-computed'),
  toColumns: () => [],
  fromColumns: ([value]) => value,
};

type Rollup = NonNullable<FieldDefinition['rollup']>;

/**
 * A figure over the records of `entity` whose relation `by` points here, or to what points here:
 * `rollup('note', 'count', { by: 'about' })`, `rollup('line', 'sum', { by: 'deal.account', field: 'price' })`.
 */
export const rollup = (
  entity: string,
  aggregate: Rollup['function'],
  options: Pick<Rollup, 'by' | 'field' | 'where'> & Pick<FieldDefinition, 'label' | 'was'>,
): Field<number | null> => {
  const { by, field, where, ...rest } = options;
  return {
    ...rest,
    type: 'rollup',
    rollup: { entity, by, function: aggregate, field, ...(where && { where }) },
  };
};
