import type { FieldDefinition } from '../definition.ts';
import { Problem } from '../../errors.ts';
import type { Registry } from '../../registry.ts';

/** The pseudo-entity of people: users, their managers and teams. */
export const peopleTarget = 'user';

export interface TargetField {
  id: string;
  definition: FieldDefinition;
  /** What people call it, in every language; the id is not among them. */
  labels: string[];
}

/** What a file can be imported into: an entity, or people. */
export interface ImportTarget {
  id: string;
  title: string;
  labels: string[];
  fields: TargetField[];
}

/** Heads of the column with the names, beside the texts of the languages. */
export const peopleWords = ['user', 'person', 'employee', 'agent', 'sales'];

const written = new Set<string>(['formula', 'rollup', 'memberCount', 'autoNumber', 'file', 'secret', 'json']);

/** Problem `entity-unknown` for what is neither. */
export function importTarget(registry: Registry, id: string): ImportTarget {
  if (id === peopleTarget) return people(registry);
  const entity = registry.entity(id);
  const label = (key: string, own: FieldDefinition['label']): string[] => [
    ...new Set(
      (['en', 'zh-CN'] as const).flatMap((locale) => own?.[locale] ?? registry.find(locale, key) ?? []),
    ),
  ];
  const fields: TargetField[] = Object.entries(entity.fields)
    .filter(([, definition]) => !written.has(definition.type))
    .map(([field, definition]) => ({
      id: field,
      definition,
      labels: withUnits(label(`${entity.plugin}.field.${entity.id}.${field}`, definition.label), definition),
    }));
  if (entity.owner)
    fields.push({ id: 'owner', definition: { type: 'user' }, labels: systemLabels(registry, 'owner') });
  const names = [
    ...label(`${entity.plugin}.entity.${entity.id}.one`, entity.label?.one),
    ...label(`${entity.plugin}.entity.${entity.id}.many`, entity.label?.many),
  ];
  return { id: entity.id, title: entity.title, labels: names, fields };
}

/** Headings as they come out: `Weight (kg)`. */
const withUnits = (labels: string[], { unit }: FieldDefinition): string[] => [
  ...labels,
  ...Object.values(unit ?? {}).flatMap((each) => labels.map((label) => `${label} (${each})`)),
];

export function targetField(target: ImportTarget, id: string): TargetField {
  const field = target.fields.find((candidate) => candidate.id === id);
  if (!field)
    throw new Problem({
      status: 422,
      code: 'import-field-unknown',
      params: { field: id, target: target.id },
    });
  return field;
}

function people(registry: Registry): ImportTarget {
  const field = (id: string, definition: FieldDefinition): TargetField => ({
    id,
    definition,
    labels: systemLabels(registry, `person.${id}`),
  });
  return {
    id: peopleTarget,
    title: 'name',
    labels: [...peopleWords, ...systemLabels(registry, 'people')],
    fields: [
      field('name', { type: 'text', required: true, max: 200 }),
      field('email', { type: 'email' }),
      field('manager', { type: 'text', max: 200 }),
      field('team', { type: 'text', max: 200 }),
    ],
  };
}

const systemLabels = (registry: Registry, id: string): string[] =>
  (['en', 'zh-CN'] as const).flatMap((locale) => registry.find(locale, `import.field.${id}`) ?? []);
