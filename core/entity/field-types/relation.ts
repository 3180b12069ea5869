import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
  type Parsed,
} from './field-type.ts';

export const relationType: FieldTypeSpec = {
  type: 'relation',
  kind: 'id',
  isSortable: false,
  columns: (field) => [{ suffix: '_id', type: 'uuid', references: field.entity, heldBefore: '_ids' }],
  refuse: (field) => (field.entity ? undefined : refused('relation-target-missing')),
  parse: parseId,
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => value,
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/** An id, or what a relation reads as: `{id, title}`. */
export function parseId(value: unknown): Parsed {
  if (value === '') return parsed(null);
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return isId(id) ? parsed(id.toLowerCase()) : refused('not-id');
}

/**
 * The id of one record of another entity. Deleting that record is refused (`restrict`) or empties the field
 * (`clear`); `clear` when absent.
 */
export const relation = <
  const O extends Omit<CommonOptions<string>, 'default'> & {
    onDelete?: 'restrict' | 'clear';
    isPart?: boolean;
  },
>(
  entity: string,
  options?: O,
): Field<Given<string, O>> => ({ ...options, type: 'relation', entity });
