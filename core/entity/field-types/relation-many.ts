import { arrayLiteral } from '../../db/array-literal.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { isId, parseId, relationType } from './relation.ts';

/** More than a person can look through; a set that grows without end is an entity of its own between the two. */
export const mostRelated = 500;

/** A set of ids in their own order, so that equal sets are equal values. */
export const relationManyType: FieldTypeSpec = {
  type: 'relationMany',
  kind: 'list',
  isSortable: false,
  columns: () => [{ suffix: '_ids', type: 'uuid[]', heldBefore: '_id' }],
  refuse: relationType.refuse!,
  parse(value) {
    // Whoever still writes a single one, as when the field led to one, means a list of it.
    const list = isId(idIn(value)) ? [value] : value;
    if (!Array.isArray(list)) return refused('not-list');
    const ids = new Set<string>();
    for (const one of list) {
      const id = parseId(one);
      if (!id.ok) return id;
      if (id.value !== null) ids.add(String(id.value));
    }
    if (ids.size > mostRelated) return refused('list-long', { max: mostRelated });
    return parsed(ids.size === 0 ? null : [...ids].toSorted());
  },
  // The canonical form that `parse` gave is a list.
  toColumns: (value) => [arrayLiteral((value as unknown[]).map(String))],
  fromColumns: ([ids]) => ids,
  shape: () => ({ literal: (value) => (isId(idIn(value)) ? String(idIn(value)).toLowerCase() : undefined) }),
};

/** Records read as `{id, title}` and may be asked for in that form. */
const idIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value;

/**
 * Any number of records of another entity, without repetition. Deleting one of them is refused (`restrict`) or takes
 * it out of the list (`clear`); `clear` when absent.
 */
export const relationMany = <
  const O extends Omit<CommonOptions<string[]>, 'default' | 'unique'> & { onDelete?: 'restrict' | 'clear' },
>(
  entity: string,
  options?: O,
): Field<Given<string[], O>> => ({ ...options, type: 'relationMany', entity });
