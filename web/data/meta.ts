import type { Screen } from '../../core/screen/definition.ts';
import type { FieldType } from '../../core/entity/definition.ts';
import { api } from './client.ts';

export interface MetaOption {
  value: string;
  label: string;
  color?: string;
  /** Kept by records that have it, not to be chosen any more. */
  isRetired?: boolean;
}

export interface MetaField {
  id: string;
  type: FieldType;
  label: string;
  required?: boolean;
  unique?: boolean;
  options?: MetaOption[];
  /** Choice: where the options come from, and what it means that none is chosen. */
  from?: string;
  none?: string;
  /** Relation, to one or to many: the target entity, and what the records are called on its side. */
  entity?: string;
  reverseLabel?: string;
  /** Relation: the record is a part of the one it leads to. */
  isPart?: boolean;
  access: 'write' | 'read' | 'masked';
  /** Value of a new record. */
  default?: unknown;
  isSystem?: boolean;
  max?: number;
  min?: number;
  scale?: number;
  /** Of a number: what stands behind it. */
  unit?: string;
  /** Of a boolean: the colour in which its label stands where it is true, in place of a tick. */
  mark?: string;
  /** Of a number: a share, read and written as a percentage. */
  format?: 'percent';
  /** File: types that are taken. */
  accept?: string[];
  /** Formula and roll-up: the type of the value. */
  result?: { type: FieldType; unit?: string; format?: 'percent'; mark?: string };
  /** False: computed in a way that no filter, order or group can ask about. */
  isAskable?: boolean;
  /** Said by a screen: which of its parts it is, a sentence below it, the width of its column in pixels. */
  node?: string;
  section?: string;
  help?: string;
  /** The screen says what it means: shown with the value. */
  isExplained?: boolean;
  width?: number;
  /** Of a field one may write: what it begins with, over who asks and when. */
  defaultExpression?: string;
}

export interface MetaEntity {
  id: string;
  plugin: string;
  /** The field that names a record. */
  title: string;
  owner: boolean;
  icon?: string;
  label: { one: string; many: string };
  /** Where its records come from, for a list that has none. */
  empty?: string;
  fields: MetaField[];
  /** Each record is a set of others: whose, and the signals and messages that tell of who enters and leaves. */
  members?: { of: string; entered: string; left: string };
  /** For those who manage roles: what fields were called that were removed, by id. */
  removed?: Record<string, string>;
  can: { create: boolean; update: boolean; delete: boolean; import: boolean; export: boolean; run: boolean };
}

/** As this reader sees it, with texts in their language. */
export type MetaScreen = Omit<Screen, 'label'> & {
  label?: string;
  plugin?: string;
  /** What it is on a phone, where that is another screen. */
  phone?: Omit<Screen, 'label'>;
  /** For those who manage screens: how much of it refers to something gone. */
  problems?: number;
};

export interface NavigationItem {
  screen: string | null;
  entity: string;
  kind: Screen['kind'];
  label: string;
  icon: string;
  /** Made by an admin. */
  isOwn: boolean;
}

export interface MetaTask {
  id: string;
  kind: 'transactional' | 'external';
  icon: string;
  group: string;
  groupLabel: string;
  label: string;
  help: string;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
}

/** What this actor may see and do: everything the screens are drawn from. */
export interface Meta {
  /** Shown in the designer, as it would be. */
  isDraft?: boolean;
  actor: {
    id: string;
    name: string;
    email?: string;
    /** Where to begin is put away, or over. */
    hasBegun?: boolean;
    locale?: string;
    roles: string[];
    permissions: string[];
  };
  company: { name: string; timeZone: string; currency: string; calendars: { id: string; name: string }[] };
  /** Where what may be chosen can come from. */
  choices: { id: string; label: string }[];
  version: number;
  entities: MetaEntity[];
  screens: MetaScreen[];
  navigation: { group: string; label: string; items: NavigationItem[] }[];
  /** Addresses of the elements that plugins bring as files of their own, by name. */
  elements: Record<string, string>;
  tasks: MetaTask[];
  roles: { id: string; label: string }[];
}

export const loadMeta = (): Promise<Meta> => api.get<Meta>('/api/meta');

export const entityOf = (meta: Meta, id: string): MetaEntity | undefined =>
  meta.entities.find((entity) => entity.id === id);

export const fieldOf = (entity: MetaEntity, id: string): MetaField | undefined =>
  entity.fields.find((field) => field.id === id);

export const may = (meta: Meta, permission: string): boolean =>
  meta.actor.permissions.includes('*') || meta.actor.permissions.includes(permission);

/** The type a value is shown by: a formula's is that of its result. */
export const shownType = (field: MetaField): FieldType => field.result?.type ?? field.type;

export const isEditable = (field: MetaField): boolean =>
  field.access === 'write' && !['formula', 'rollup', 'memberCount', 'autoNumber'].includes(field.type);
