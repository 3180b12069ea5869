/** What an entity and its fields are, as plugins declare them and as admins make them by API. */

export type FieldType =
  | 'text'
  | 'longText'
  | 'richText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'duration'
  | 'select'
  | 'multiSelect'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'geoPoint'
  | 'file'
  | 'user'
  | 'relation'
  | 'autoNumber'
  | 'tags'
  | 'json'
  | 'secret'
  | 'formula'
  | 'rollup';

/** Texts of what an admin made; what a plugin declares has its texts in the plugin's locales. */
export type LocalText = Partial<Record<'en' | 'zh-CN', string>>;

export interface SelectOption {
  value: string;
  /** A state colour: `neutral`, `accent`, `good`, `warn`, `bad`, `violet`. */
  color?: string;
  label?: LocalText;
}

export interface FieldDefinition {
  type: FieldType;
  required?: boolean;
  unique?: boolean;
  /** Literal default of a new record. */
  default?: unknown;
  /** Text: most characters. Numbers: the largest value. */
  max?: number;
  min?: number;
  /** Decimal places kept; 4 when absent. */
  scale?: number;
  options?: readonly SelectOption[];
  /** Relation: the target entity. */
  entity?: string;
  onDelete?: 'restrict' | 'clear';
  /** Formula and roll-up: the expression, and the type of its value. */
  expression?: string;
  result?: FieldDefinition;
  rollup?: {
    entity: string;
    by: string;
    function: 'count' | 'sum' | 'min' | 'max' | 'average';
    field?: string;
  };
  label?: LocalText;
  /** The name this field had before; the plan renames the column. */
  was?: string;
}

export interface EntityDefinition {
  id: string;
  /** Plugin id, or `admin` for what was made by API. */
  plugin: string;
  /** The field that names a record. */
  title: string;
  /** Fields, and paths over one relation, that the search text is made of. */
  search: readonly string[];
  /** Owned by a user, and seen through the team tree. */
  owner: boolean;
  fields: Readonly<Record<string, FieldDefinition>>;
  indexes: readonly (readonly string[])[];
  label?: { one: LocalText; many: LocalText };
  icon?: string;
}

/** Fields every record has; no declared field may take one of these names. */
export const systemFields = [
  'id',
  'version',
  'owner',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
] as const;

export type Values = Record<string, unknown>;

/** A record as the API shows it: system fields, then declared ones; relations as `{id, title}`. */
export interface RecordData extends Values {
  id: string;
  version: number;
}
