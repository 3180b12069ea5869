import type { EntityDefinition, FieldDefinition } from './definition.ts';
import type { Field } from './field-types/field-type.ts';

type Fields = Readonly<Record<string, Field>>;

/** A definition that remembers the types of its fields. */
export interface DefinedEntity<F extends Fields = Fields> extends EntityDefinition {
  readonly fields: F & Readonly<Record<string, FieldDefinition>>;
  readonly values?: F;
}

/** The registry fills in the plugin; shapes are checked when the schema is planned at boot. */
export const defineEntity = <const F extends Fields>(
  entity: Pick<EntityDefinition, 'id' | 'title'> &
    Partial<Omit<EntityDefinition, 'fields' | 'plugin'>> & { fields: F },
): DefinedEntity<F> => ({
  plugin: '',
  search: [entity.title],
  owner: false,
  indexes: [],
  ...entity,
});

type ValueOf<F> = F extends Field<infer Value> ? Value : unknown;
type FieldsOf<E> = E extends { readonly values?: infer F } ? NonNullable<F> : never;

/** What a record of the entity holds, relations as ids: `type Contact = RecordOf<typeof contact>`. */
export type RecordOf<E extends DefinedEntity> = {
  id: string;
  version: number;
  owner: string | null;
  createdAt: string;
  updatedAt: string;
} & { -readonly [K in keyof FieldsOf<E>]: ValueOf<FieldsOf<E>[K]> };
