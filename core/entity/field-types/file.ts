import type { FieldDefinition } from '../definition.ts';
import { refused, type CommonOptions, type Field, type FieldTypeSpec, type Given } from './field-type.ts';
import { parseId } from './relation.ts';

/** A file as it is read; it is written as its id, which the upload gave. */
export interface FileValue {
  id: string;
  name: string;
  /** By content. */
  type: string;
  size: number;
  /** Where it is downloaded, by who may see the record. */
  href: string;
}

const typePattern = /^(\*|[a-z]+)\/(\*|[a-z0-9.+-]+)$/;

export const fileType: FieldTypeSpec = {
  type: 'file',
  kind: 'opaque',
  isSortable: false,
  columns: () => [{ suffix: '_file_id', type: 'uuid' }],
  refuse: (field) => {
    const wrong = field.accept?.find((type) => !typePattern.test(type));
    return wrong === undefined ? undefined : refused('file-accept-wrong', { value: wrong.slice(0, 80) });
  },
  parse: parseId,
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => value,
  text: (value) =>
    typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value),
};

/** Whether a field takes files of this type. */
export const takesType = (field: Pick<FieldDefinition, 'accept'>, type: string): boolean =>
  (field.accept ?? []).length === 0 ||
  field.accept!.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));

/** A document or picture; `accept` names the types that are taken, `max` the largest size in MiB. */
export const file = <
  const O extends Omit<CommonOptions<string>, 'default' | 'unique'> & {
    accept?: readonly string[];
    max?: number;
  },
>(
  options?: O,
): Field<Given<string, O>> => ({ ...options, type: 'file' });
