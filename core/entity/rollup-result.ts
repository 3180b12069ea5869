import type { FieldDefinition, FieldType } from './definition.ts';

const numbers: readonly FieldType[] = ['integer', 'decimal', 'duration'];
const times: readonly FieldType[] = ['date', 'dateTime'];

/** The type of a roll-up's value; undefined where the field cannot be rolled up so. */
export function rollupResult(
  { function: name }: Pick<NonNullable<FieldDefinition['rollup']>, 'function'>,
  measured: Pick<FieldDefinition, 'type' | 'result'> | undefined,
): FieldType | undefined {
  if (name === 'count') return 'integer';
  if (!measured) return undefined;
  const { type } = measured.result ?? measured;
  if (name === 'sum') return type === 'money' || numbers.includes(type) ? type : undefined;
  if (name === 'average') return type === 'duration' ? type : numbers.includes(type) ? 'decimal' : undefined;
  return numbers.includes(type) || times.includes(type) ? type : undefined;
}
