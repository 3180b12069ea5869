import { invalid, type FieldError } from '../../errors.ts';
import { isRelation } from '../field-types/is-relation.ts';
import type { EntityDefinition, FieldDefinition, FieldType } from '../definition.ts';

/** What a field of a type may become: where every value, or every one that fits, keeps its meaning. */
const canBecome: Partial<Record<FieldType, readonly FieldType[]>> = {
  text: [
    ...([
      'longText',
      'email',
      'phone',
      'url',
      'select',
      'multiSelect',
      'tags',
      'calendar',
      'choice',
    ] as const),
    ...(['integer', 'decimal', 'boolean', 'date'] as const),
  ],
  calendar: ['text'],
  choice: ['text'],
  longText: ['text'],
  email: ['text', 'longText'],
  phone: ['text', 'longText'],
  url: ['text', 'longText'],
  integer: ['decimal', 'text', 'duration'],
  decimal: ['integer', 'text'],
  boolean: ['text'],
  date: ['text', 'dateTime'],
  dateTime: ['text'],
  duration: ['integer'],
  select: ['text', 'multiSelect', 'tags'],
  multiSelect: ['tags', 'select'],
  tags: ['multiSelect', 'text'],
  autoNumber: ['text'],
  relation: ['relationMany'],
  relationMany: ['relation'],
  // Nothing of them is stored: another can take their place, but not a field with values.
  formula: ['formula', 'rollup'],
  rollup: ['formula', 'rollup'],
};

/** Types to choose from for a field that is there, its own among them. */
export const typesFor = (type: FieldType): readonly FieldType[] => [type, ...(canBecome[type] ?? [])];

/** Throws problem `validation` where a field would become what its values cannot be, or lead elsewhere. */
export function checkTypeChanges(before: EntityDefinition, after: EntityDefinition): void {
  const errors: FieldError[] = [];
  for (const [id, field] of Object.entries(after.fields)) {
    const old = before.fields[id];
    const code = old && refusalOf(old, field);
    if (code)
      errors.push({
        pointer: `/fields/${id}`,
        code,
        params: { field: id, from: old.type, to: field.type, target: old.entity },
      });
  }
  if (errors.length > 0) throw invalid(errors);
}

function refusalOf(old: FieldDefinition, field: FieldDefinition): string | undefined {
  if (!typesFor(old.type).includes(field.type)) return 'type-change-unsafe';
  if (field.type === 'secret' && Boolean(old.isFindable) !== Boolean(field.isFindable))
    return 'secret-findable-fixed';
  if (isRelation(field) && old.entity !== field.entity) return 'relation-target-fixed';
  return undefined;
}
