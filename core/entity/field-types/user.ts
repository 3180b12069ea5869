import type { CommonOptions, Field, FieldTypeSpec, Given } from './field-type.ts';
import { relationType } from './relation.ts';

export const userType: FieldTypeSpec = {
  ...relationType,
  type: 'user',
  columns: () => [{ suffix: '_id', type: 'uuid', references: 'user' }],
  refuse: () => undefined,
};

/** A person who works here, by id. */
export const user = <const O extends Omit<CommonOptions<string>, 'default'>>(
  options?: O,
): Field<Given<string, O>> => ({
  ...options,
  type: 'user',
});
