import type { EntityDefinition, FieldDefinition, UniqueRule, ValidationRule } from '../definition.ts';

/** Members of a definition to set; null takes one away. */
export type Members = Record<string, unknown>;

/** One thing an admin does to a definition, on stable ids. */
export type DefinitionOperation =
  | { op: 'addField'; id: string; field: FieldDefinition; before?: string | null }
  | { op: 'changeField'; id: string; set: Members }
  /** Before another field; at the end for null. */
  | { op: 'moveField'; id: string; before: string | null }
  /** The column is kept for a time, and the field can be restored. */
  | { op: 'removeField'; id: string }
  | { op: 'restoreField'; id: string }
  | { op: 'setEntity'; set: Members }
  | { op: 'setRule'; id: string; rule: ValidationRule | null }
  | { op: 'setUnique'; id: string; unique: UniqueRule | null }
  /** Records that hold an option get another, or none. */
  | { op: 'replaceOption'; field: string; value: string; by: string | null }
  /** Back to what the plugin declares: one field, or everything; fields that were added go. */
  | { op: 'resetField'; id: string }
  | { op: 'reset' };

/** Everything a change of one entity knows. */
export interface DefinitionState {
  /** What the plugin declares; undefined for an entity that an admin made. */
  base: EntityDefinition | undefined;
  current: EntityDefinition;
  /** Removed fields whose columns are still there. */
  removed: Readonly<Record<string, FieldDefinition>>;
}

export interface ChangedState {
  next: EntityDefinition;
  removed: Record<string, FieldDefinition>;
}
