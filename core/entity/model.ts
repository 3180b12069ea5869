/** A definition made ready for use: every field with its type, its columns and its place in the database. */
import type { EntityShape, FieldShape } from '../access/shape.ts';
import type { EntityDefinition, FieldDefinition } from './definition.ts';
import { fieldType } from './field-types/all.ts';
import type { FieldTypeSpec } from './field-types/field-type.ts';
import { quoted, snake, tableOf } from './names.ts';
import { computedShape } from './computed-shape.ts';
import { systemShapes } from './system-shapes.ts';

export interface StoredColumn {
  /** Quoted. */
  name: string;
  type: string;
}

export interface StoredField {
  id: string;
  definition: FieldDefinition;
  spec: FieldTypeSpec;
  columns: readonly StoredColumn[];
}

export interface EntityModel {
  definition: EntityDefinition;
  id: string;
  table: string;
  stored: readonly StoredField[];
  /** The place of a stored field in `stored`. */
  indexOf: ReadonlyMap<string, number>;
  /** Formulas and roll-ups. */
  computed: ReadonlyMap<string, FieldDefinition>;
  shape: EntityShape;
}

export function modelOf(definition: EntityDefinition): EntityModel {
  const stored: StoredField[] = [];
  const computed = new Map<string, FieldDefinition>();
  for (const [id, field] of Object.entries(definition.fields)) {
    const spec = fieldType(field);
    if (spec.isComputed) computed.set(id, field);
    else stored.push({ id, definition: field, spec, columns: columnsOf(id, field, spec) });
  }
  return {
    definition,
    id: definition.id,
    table: tableOf(definition.id),
    stored,
    indexOf: new Map(stored.map((field, index) => [field.id, index])),
    computed,
    shape: shapeOf(definition, stored, computed),
  };
}

const columnsOf = (id: string, field: FieldDefinition, spec: FieldTypeSpec): StoredColumn[] =>
  spec.columns(field).map(({ suffix, type }) => ({ name: quoted(snake(id) + suffix), type }));

function shapeOf(
  definition: EntityDefinition,
  stored: readonly StoredField[],
  computed: ReadonlyMap<string, FieldDefinition>,
): EntityShape {
  const fields = new Map<string, FieldShape>(systemShapes);
  for (const field of stored) fields.set(field.id, storedShape(field));
  for (const [id, field] of computed) fields.set(id, computedShape(definition, id, field));
  return { id: definition.id, table: tableOf(definition.id), fields, title: definition.title, hasBin: true };
}

function storedShape({ id, definition, spec, columns }: StoredField): FieldShape {
  const own = spec.shape?.(definition) ?? {};
  const column = columns[own.column ?? 0];
  const target = definition.type === 'user' ? 'user' : definition.entity;
  return {
    id,
    kind: own.kind ?? spec.kind,
    ...(own.literal && { literal: own.literal }),
    sql: (alias) => `${alias}.${column!.name}`,
    ...(definition.type === 'money' && { currency: (alias) => `${alias}.${columns[1]!.name}` }),
    // A value is compared at full precision: `numeric(19,4)` would round it first.
    sqlType: column!.type.replace(/\(.*\)/, ''),
    isSortable: spec.isSortable,
    ...(target && { target }),
  };
}
