import type { FieldShape, Kind } from '../../access/shape.ts';
import type { FieldDefinition, FieldType } from '../definition.ts';

export type Parsed = { ok: true; value: unknown } | Refused;
export interface Refused {
  ok: false;
  code: string;
  params?: Record<string, unknown>;
}

export interface Column {
  /** Appended to the field's snake_case name. */
  suffix: string;
  type: string;
  /** Table a foreign key leads to. */
  references?: string;
  /** Suffix of the column that held the same values when the field was of another type. */
  heldBefore?: string;
}

export interface ParseContext {
  /** ISO 4217: money written as a bare number is in it. */
  currency: string;
}

/**
 * One type of field. Values have one canonical form, the JSON of the API (a relation: its id), in which they are
 * validated, compared and kept in events; columns take and give text.
 */
export interface FieldTypeSpec {
  type: FieldType;
  kind: Kind;
  isSortable: boolean;
  /** What may be chosen comes from this source: see `ChoiceSource`. */
  from?: string;
  /** Not stored: computed by the query. */
  isComputed?: boolean;
  columns(field: FieldDefinition): Column[];
  /** Why this definition cannot be, as an error code. */
  refuse?(field: FieldDefinition): Refused | undefined;
  /** Never called with null or undefined. A parsed null means "no value". */
  parse(value: unknown, field: FieldDefinition, context: ParseContext): Parsed;
  /** Text of each column; never called with null. */
  toColumns(value: unknown): (string | null)[];
  /** From the driver's values; never called when the first column is null. */
  fromColumns(values: readonly unknown[]): unknown;
  /** A canonical value as words, where it is not a word itself: for exports. */
  text?(value: unknown): string;
  /** What everybody but the store sees of a canonical value, where that is not the value itself. */
  shown?(value: unknown): unknown;
  /** How rules and queries ask about it, where that is not by its first column. */
  shape?(field: FieldDefinition): { column?: number; kind?: Kind; literal?: FieldShape['literal'] };
}

declare const valueType: unique symbol;

/** A field definition that remembers the TypeScript type of its value. */
export interface Field<Value = unknown> extends FieldDefinition {
  readonly [valueType]?: Value;
}

/** Without `required: true` a value may be null. */
export type Given<Value, Options> = Options extends { required: true } ? Value : Value | null;

/** What every builder takes. */
export type CommonOptions<Value> = Pick<
  FieldDefinition,
  'required' | 'unique' | 'label' | 'was' | 'isHidden'
> & {
  default?: Value;
};

export const refused = (code: string, params?: Record<string, unknown>): Refused => ({
  ok: false,
  code,
  params,
});
export const parsed = (value: unknown): Parsed => ({ ok: true, value });
