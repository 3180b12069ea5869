import type { FieldShape } from '../shape.ts';

/** Whether a reference, to one or to many, leads to an id: the condition that its index answers. */
export const pointsTo = (field: FieldShape, alias: string, id: string): string =>
  field.kind === 'list' ? `${field.sql(alias)} @> array[${id}]` : `${field.sql(alias)} = ${id}`;

/** The same from the other side: the condition that the index of the ids answers. */
export const isAmong = (id: string, field: FieldShape, alias: string): string =>
  field.kind === 'list' ? `${id} = any(${field.sql(alias)})` : `${id} = ${field.sql(alias)}`;

/** Every id that a reference leads to, one a row; nothing of an empty one is left out by itself. */
export const eachTarget = (field: FieldShape, alias: string): string =>
  field.kind === 'list' ? `unnest(${field.sql(alias)})` : field.sql(alias);
