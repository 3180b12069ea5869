/** A field while it is edited, and the operations that make what is there into it. */
import { isRelation } from '../../data/is-relation.ts';
import type { FieldDefinition, FieldType, SelectOption } from '../../../core/entity/definition.ts';
import type { BuilderField, Operation } from '../../data/entities.ts';

export type Draft = FieldDefinition & { id: string };

/** What happens to records with an option that goes: they keep it, become empty, or get another. */
export type OptionFates = Record<string, { by: string | null } | undefined>;

export interface TypeGroup {
  id: string;
  types: FieldType[];
}

export const typeGroups: TypeGroup[] = [
  { id: 'text', types: ['text', 'longText', 'richText', 'email', 'phone', 'url'] },
  { id: 'number', types: ['integer', 'decimal', 'money', 'autoNumber'] },
  { id: 'time', types: ['date', 'dateTime', 'duration', 'calendar'] },
  { id: 'choice', types: ['boolean', 'select', 'multiSelect', 'tags', 'choice'] },
  { id: 'link', types: ['relation', 'relationMany', 'user'] },
  { id: 'place', types: ['address', 'geoPoint', 'file', 'secret', 'json'] },
  { id: 'computed', types: ['formula', 'rollup'] },
];

const common = ['type', 'label', 'help', 'isHidden'];
const given = [...common, 'required', 'default', 'defaultExpression'];
const comparable = [...given, 'unique'];

/** What a field of a type can say; the rest is left behind when its type changes. */
const members: Record<FieldType, readonly string[]> = {
  text: [...comparable, 'max'],
  longText: [...given, 'max'],
  richText: [...given, 'max'],
  email: comparable,
  phone: comparable,
  url: comparable,
  integer: [...comparable, 'min', 'max', 'unit'],
  decimal: [...comparable, 'min', 'max', 'scale', 'unit', 'format'],
  money: given,
  autoNumber: [...common, 'prefix', 'digits', 'start', 'unique'],
  date: comparable,
  dateTime: comparable,
  duration: [...given, 'min', 'max'],
  boolean: [...given, 'mark'],
  calendar: [...common, 'required'],
  choice: [...given, 'from'],
  select: [...given, 'options'],
  multiSelect: [...given, 'options'],
  tags: given,
  relation: [...common, 'required', 'unique', 'entity', 'onDelete', 'reverseLabel'],
  relationMany: [...common, 'required', 'entity', 'onDelete', 'reverseLabel'],
  user: [...common, 'required', 'defaultExpression'],
  address: given,
  geoPoint: given,
  file: [...common, 'required', 'accept', 'max'],
  secret: [...common, 'required', 'isFindable'],
  json: given,
  formula: [...common, 'expression', 'result', 'isIndexed', 'unit', 'format'],
  rollup: [...common, 'rollup'],
  memberCount: common,
};

export const hasMember = (type: FieldType, name: string): boolean => members[type].includes(name);

/** The definition as it is sent: what its type knows, and nothing that says nothing. */
export function definitionOf(draft: Draft): FieldDefinition {
  const said = draft.options ? { ...draft, options: optionsSaid(draft) } : draft;
  const known = Object.entries(said).filter(
    ([name, value]) => members[draft.type].includes(name) && isSaying(name, value),
  );
  // The cast: members of a draft are those of a definition.
  return Object.fromEntries(known) as unknown as FieldDefinition;
}

/** A row that was begun and has no words yet is no option. */
const optionsSaid = ({ options = [] }: Draft): SelectOption[] =>
  options.filter(({ label }) => !label || Object.values(label).some(Boolean));

const isSaying = (name: string, value: unknown): boolean => {
  if (value === undefined || value === null || value === false || value === '') return false;
  if (name === 'label' || name === 'help' || name === 'reverseLabel')
    return Object.values(value).some(Boolean);
  return name !== 'accept' || (value as string[]).length > 0;
};

/** Empty where nothing is different. */
export function operationsOf(
  original: BuilderField | undefined,
  draft: Draft,
  fates: OptionFates,
): Operation[] {
  const field = definitionOf(draft);
  if (!original) return [{ op: 'addField', id: draft.id, field }];
  const before = definitionOf(original);
  const set: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(field)])) {
    const [old, next] = [before[name as keyof FieldDefinition], field[name as keyof FieldDefinition]];
    if (JSON.stringify(old) !== JSON.stringify(next)) set[name] = next ?? null;
  }
  const gone = goneOptions(original, draft).flatMap((value): Operation[] => {
    const fate = fates[value];
    return fate ? [{ op: 'replaceOption', field: draft.id, value, by: fate.by }] : [];
  });
  return Object.keys(set).length === 0 ? [] : [{ op: 'changeField', id: draft.id, set }, ...gone];
}

/** Values of options that were there and are no more. */
export const goneOptions = (original: BuilderField | undefined, draft: Draft): string[] =>
  hasMember(draft.type, 'options')
    ? (original?.options ?? [])
        .filter((option) => !option.isRetired)
        .map(({ value }) => value)
        .filter((value) => !(draft.options ?? []).some((option) => option.value === value))
    : [];

/** What is missing before anybody need be asked, as a text key. */
export function missingIn(draft: Draft): string | undefined {
  if (!draft.id || !Object.values(draft.label ?? {}).some(Boolean)) return 'entities.field.labelMissing';
  if (hasMember(draft.type, 'options') && optionsSaid(draft).length === 0) return 'entities.option.none';
  if (draft.type === 'choice' && !draft.from) return 'entities.field.fromMissing';
  if (isRelation(draft) && !draft.entity) return 'entities.field.targetMissing';
  if (draft.type === 'formula' && !draft.expression?.trim()) return 'entities.field.formulaMissing';
  if (draft.type !== 'rollup') return undefined;
  if (!draft.rollup?.entity) return 'entities.field.rollupMissing';
  if (draft.rollup.function !== 'count' && !draft.rollup.field) return 'entities.field.rollupFieldMissing';
  return undefined;
}
