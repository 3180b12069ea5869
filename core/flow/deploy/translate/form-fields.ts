import { attributeOf } from './place.ts';
import type { Foreign, Place } from './place.ts';
import type { Outcome } from './tool.ts';

const types: Record<string, string> = {
  string: 'text',
  long: 'integer',
  int: 'integer',
  integer: 'integer',
  double: 'decimal',
  boolean: 'boolean',
  date: 'date',
  enum: 'select',
};

/** A field of a form in place; null where forms have no such field. */
export const addField = (
  place: Place,
  field: Foreign,
  { label, isRequired }: { label: string | undefined; isRequired: boolean },
): Outcome => {
  const id = attributeOf(field, 'id');
  const type = types[attributeOf(field, 'type') ?? 'string'];
  if (id === undefined || type === undefined || !place.isA('UserTask')) return null;
  const options = (field.$children ?? [])
    .filter((child) => child.$type.endsWith(':value'))
    .map((child) => {
      const value = attributeOf(child, 'id') ?? '';
      return place.make('Option', { value, label: attributeOf(child, 'name') ?? value });
    });
  const first = attributeOf(field, 'defaultValue') ?? attributeOf(field, 'default');
  const value = first === undefined ? null : place.value(first);
  return place.addTo('Form', 'fields', [
    'Field',
    {
      id,
      type,
      ...(label === undefined ? {} : { label }),
      ...(isRequired ? { required: true } : {}),
      ...(value === null ? {} : { value: literal(value, type) }),
      ...(options.length > 0 ? { options } : {}),
    },
  ]);
};

/** A number or truth value that was written as text. */
const literal = (value: string, type: string): string =>
  /^(integer|decimal|boolean)$/.test(type) && /^"(true|false|-?\d+(\.\d+)?)"$/.test(value)
    ? value.slice(1, -1)
    : value;
