/** What an entity and its fields are, as plugins declare them and as admins make them by API. */

export type FieldType =
  | 'text'
  | 'longText'
  | 'richText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'calendar'
  | 'choice'
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
  | 'relationMany'
  | 'autoNumber'
  | 'tags'
  | 'json'
  | 'secret'
  | 'formula'
  | 'rollup'
  | 'memberCount';

/** Texts of what an admin made; what a plugin declares has its texts in the plugin's locales. */
export type LocalText = Partial<Record<'en' | 'zh-CN', string>>;

export interface SelectOption {
  value: string;
  /** A state colour: `neutral`, `accent`, `good`, `warn`, `bad`, `violet`. */
  color?: string;
  label?: LocalText;
  /** Records keep it, nobody chooses it any more. */
  isRetired?: boolean;
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
  /** Numbers: what stands behind them, such as `kg`. */
  unit?: LocalText;
  /** Numbers: a share, which people read and write as a percentage; 0.2 is 20 %. */
  format?: 'percent';
  options?: readonly SelectOption[];
  /** Choice: the source of what may be chosen, such as `purposes`. */
  from?: string;
  /** Relation, to one or to many: the target entity. */
  entity?: string;
  onDelete?: 'restrict' | 'clear';
  /** Relation: the record is a part of the one it leads to. Who deletes that one is asked what becomes of its parts. */
  isPart?: boolean;
  /** Auto-number: what stands before the digits, how many there are at least, and where counting begins. */
  prefix?: string;
  digits?: number;
  start?: number;
  /** File: types that are taken, such as `image/*`; all when absent. */
  accept?: readonly string[];
  /** Secret: records can be found by the whole value, which its blind index tells nobody. */
  isFindable?: boolean;
  /** Secret: it is a web address, and checked as one. */
  isUrl?: boolean;
  /** Secret: it was a field of text before; what stands open in the database is sealed when the server starts. */
  wasText?: boolean;
  /** Boolean: where it is true its label stands in this colour in place of a tick, and where it is not, nothing. */
  mark?: string;
  /** Formula and roll-up: the expression, and the type of its value. */
  expression?: string;
  result?: FieldDefinition;
  /** Formula: an index is kept of its value, for lists that are often filtered or sorted by it. */
  isIndexed?: boolean;
  rollup?: {
    entity: string;
    by: string;
    function: 'count' | 'sum' | 'min' | 'max' | 'average';
    field?: string;
    /** Only the children that this filter finds. */
    where?: Record<string, unknown>;
  };
  label?: LocalText;
  /** One sentence for people who fill it in. */
  help?: LocalText;
  /** Relation: what the records that lead here are called on the other side's page; their own name when absent. */
  reverseLabel?: LocalText;
  /** Kept and written by who knows it, shown nowhere. */
  isHidden?: boolean;
  /** JSONata over the new record, where no literal default is given. */
  defaultExpression?: string;
  /** The name this field had before; the plan renames the column. */
  was?: string;
  /** Set when definitions are read: why it has no value, such as a formula over a field that is gone. */
  broken?: BrokenMark;
}

export interface BrokenMark {
  /** The sentence is `problem.<code>`. */
  code: string;
  params: Record<string, unknown>;
}

/** What must be true of a record when it is written. */
export interface ValidationRule {
  /** JSONata over the record; what cannot be told because a value is empty counts as met. */
  expression: string;
  message: LocalText;
  /** Where the sentence stands; the first field of the expression when absent. */
  field?: string;
}

/** Fields that no two records may have alike, all together; a record in which one is empty is alike to none. */
export interface UniqueRule {
  fields: readonly string[];
}

/** Records go into the bin so many days after a date of theirs, and for good when the bin's time is over as well. */
export interface KeptFor {
  /** Whole days. */
  days: number;
  /** A date field, or `createdAt` or `updatedAt`; a record in which it is empty is kept. */
  after: string;
}

/** Which fields describe the set, and what is announced of its members. */
export interface MembersDefinition {
  /** The entity of the members. */
  of: string;
  /** A JSON field; a record in which it is empty is a list that people keep. */
  condition: string;
  /** A text field: the name that flows know the set by. */
  key: string;
  /** Names of signals and messages; with `.<key>` behind them for one set alone. */
  entered: string;
  left: string;
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
  /** Each record describes a set of other records: see `core/segment`. */
  members?: MembersDefinition;
  /** By id. */
  rules?: Readonly<Record<string, ValidationRule>>;
  uniques?: Readonly<Record<string, UniqueRule>>;
  /** For good when absent. */
  keptFor?: KeptFor;
  /** What refers to something gone and cannot run without it: out of use until that is back, never lost. */
  waiting?: WaitingParts;
}

/** Parts of a definition as they were made; fields with the mark that says why. */
export interface WaitingParts {
  fields: Readonly<Record<string, FieldDefinition>>;
  /** Expressions of defaults, by field. */
  defaults: Readonly<Record<string, string>>;
  rules: Readonly<Record<string, ValidationRule>>;
  uniques: Readonly<Record<string, UniqueRule>>;
  search: readonly string[];
  indexes: readonly (readonly string[])[];
  keptFor?: KeptFor;
  title?: string;
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
