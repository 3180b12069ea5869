/** What entities themselves use: titles, search, formulas, roll-ups, rules, relations. */
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import { wordsOf } from '../local-text.ts';
import { expressionFields } from './expression-fields.ts';
import { fieldsOnPath, type FieldRef, type FindEntity } from './field-path.ts';
import { filterFields } from './filter-fields.ts';
import type { Use, UsesProvider } from './use.ts';

export interface EntitySource {
  entities(): readonly EntityDefinition[];
}

export const entityUses = (source: EntitySource): UsesProvider => ({
  kind: 'entity',
  uses: () => {
    const all = new Map(source.entities().map((definition) => [definition.id, definition]));
    const find: FindEntity = (id) => all.get(id);
    return Promise.resolve([...all.values()].flatMap((definition) => usesOf(definition, find)));
  },
});

function usesOf(definition: EntityDefinition, find: FindEntity): Use[] {
  const make = maker(definition);
  const path = (text: string): FieldRef[] => fieldsOnPath(find, definition.id, text.split('.'));
  const root = definition.id;
  const of = (source: string): FieldRef[] => expressionFields(find, { source, root });
  return [
    ...make({ kind: 'title', refs: path(definition.title), isBroken: true }),
    ...definition.search.flatMap((text) => make({ kind: 'search', refs: path(text), isBroken: false })),
    ...definition.indexes.flatMap((names) =>
      make({ kind: 'index', refs: names.flatMap(path), isBroken: false }),
    ),
    ...(definition.keptFor
      ? make({ kind: 'kept', refs: path(definition.keptFor.after), isBroken: true })
      : []),
    ...Object.entries(definition.fields).flatMap(([id, field]) => fieldUses({ id, field, find, make, of })),
    ...Object.entries(definition.rules ?? {}).flatMap(([id, rule]) =>
      make({
        kind: 'rule',
        part: id,
        refs: [...of(rule.expression), ...(rule.field ? path(rule.field) : [])],
        isBroken: true,
      }),
    ),
    ...Object.entries(definition.uniques ?? {}).flatMap(([id, { fields }]) =>
      make({ kind: 'unique', part: id, refs: fields.flatMap(path), isBroken: true }),
    ),
  ];
}

interface FieldInput {
  id: string;
  field: FieldDefinition;
  find: FindEntity;
  make: ReturnType<typeof maker>;
  of: (source: string) => FieldRef[];
}

function fieldUses({ id, field, find, make, of }: FieldInput): Use[] {
  const { rollup } = field;
  const uses: Use[] = [];
  if (field.expression)
    uses.push(...make({ kind: 'formula', part: id, refs: of(field.expression), isBroken: true }));
  if (field.defaultExpression)
    uses.push(...make({ kind: 'default', part: id, refs: of(field.defaultExpression), isBroken: true }));
  if (rollup) {
    const refs = [rollup.by, ...(rollup.field ? [rollup.field] : [])].flatMap((name) =>
      fieldsOnPath(find, rollup.entity, name.split('.')),
    );
    const filtered = filterFields(find, rollup.entity, rollup.where);
    uses.push(...make({ kind: 'rollup', part: id, refs: [...refs, ...filtered], isBroken: true }));
  }
  if (field.entity)
    uses.push({
      ...make({
        kind: 'relation',
        part: id,
        refs: [{ entity: field.entity, field: '' }],
        isBroken: true,
      })[0]!,
      field: undefined,
    });
  return uses;
}

interface MakeInput {
  kind: string;
  /** Id of the field, rule or unique rule that uses; the entity itself when absent. */
  part?: string;
  refs: readonly FieldRef[];
  isBroken: boolean;
}

function maker(definition: EntityDefinition) {
  const name = definition.label?.one ?? `${definition.plugin}.entity.${definition.id}.one`;
  return ({ kind, part, refs, isBroken }: MakeInput): Use[] =>
    refs.map((ref) => ({
      ...ref,
      kind,
      id: part === undefined ? definition.id : `${definition.id}.${part}`,
      name,
      ...(part !== undefined && { place: partName(definition, part) }),
      href: `/settings/entities/${definition.id}`,
      isBroken,
    }));
}

/** A part that people named says so itself; others go by their id. */
function partName(definition: EntityDefinition, part: string): string {
  const field = definition.fields[part];
  return wordsOf(field?.label) ?? part;
}
