/** How records lie in the database, as far as rules and queries must know: given to access by the entity part. */

/** What a value can be compared as. */
/** `blind`: a keyed hash, which is found by the whole value only. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'id' | 'list' | 'blind' | 'opaque';

export interface FieldShape {
  id: string;
  kind: Kind;
  /** The value in SQL, for a table alias: a column, or an expression where the value is computed. */
  sql(alias: string): string;
  /** Of money: its currency in SQL (ISO 4217); null where there is no value. */
  currency?(alias: string): string;
  /** The PostgreSQL type of that value. */
  sqlType: string;
  /** The entity a relation leads to; `user` for people. */
  target?: string;
  isSortable: boolean;
  /** What is compared in place of the value that was asked for; undefined for a value that cannot be. */
  literal?(value: unknown): string | undefined;
  /** Computed, with a value that changes by itself as time goes by. */
  readsTime?: boolean;
  /** Computed from these fields, as paths: who may not see them may not see it; rules of roles do not ask about it. */
  dependsOn?: readonly (readonly string[])[];
}

export interface EntityShape {
  id: string;
  table: string;
  fields: ReadonlyMap<string, FieldShape>;
  /** The field that names a record. */
  title: string;
  /** Whether rows have `deleted_at`. */
  hasBin: boolean;
}

/** Throws problem `entity-unknown` (404). */
export type Shapes = (entity: string) => EntityShape;
