import type {
  EntityDefinition,
  FieldDefinition,
  FieldType,
  LocalText,
  SelectOption,
  UniqueRule,
  ValidationRule,
} from '../../core/entity/definition.ts';
import { api } from './client.ts';

/** A field of an entity as its builder shows it: texts in both languages, and where it comes from. */
export interface BuilderField extends FieldDefinition {
  id: string;
  label?: LocalText;
  options?: readonly SelectOption[];
  isDeclared: boolean;
  isChanged: boolean;
  /** Why it has no value, as a sentence. */
  brokenText: string | null;
  /** What its type may become. */
  types: FieldType[];
  /** In how many places it is used. */
  uses: number;
}

export interface EntityUse {
  entity: string;
  field?: string;
  kind: string;
  kindText: string;
  id: string;
  name: string;
  place?: string;
  href?: string;
  isBroken: boolean;
}

export interface BuilderEntity extends Omit<EntityDefinition, 'fields' | 'waiting'> {
  label: { one: LocalText; many: LocalText };
  isDeclared: boolean;
  isChanged: boolean;
  fields: BuilderField[];
  removed: (FieldDefinition & { id: string })[];
  /** What leads to something gone: out of use until that is back. */
  waiting: (FieldDefinition & { id: string; brokenText: string | null })[];
  uses: EntityUse[];
  /** Id of the newest change; null when there was none. */
  lastChange: string | null;
}

export type Operation =
  | { op: 'addField'; id: string; field: FieldDefinition; before?: string | null }
  | { op: 'changeField'; id: string; set: Record<string, unknown> }
  | { op: 'moveField'; id: string; before: string | null }
  | { op: 'removeField' | 'restoreField' | 'resetField'; id: string }
  | { op: 'setEntity'; set: Record<string, unknown> }
  | { op: 'setRule'; id: string; rule: ValidationRule | null }
  | { op: 'setUnique'; id: string; unique: UniqueRule | null }
  | { op: 'replaceOption'; field: string; value: string; by: string | null }
  | { op: 'reset' };

/** What is asked of the server: operations, the removal of the entity, or taking a change back. */
export type ChangeBody = { operations: Operation[] } | { remove: true } | { undo: string };

export interface ChangePlan {
  rows: number;
  seconds: number;
  plan: { kind: string; text: string; seconds: number; isBreaking: boolean }[];
  notes: { kind: string; text: string; isRefused: boolean }[];
  uses: EntityUse[];
  /** How many of the uses no longer work. */
  breaks: number;
  isRefused: boolean;
}

export interface EntityChange {
  id: string;
  state: 'running' | 'done' | 'failed';
  lines: string[];
  progress: { step: number; steps: number; rows: number | null; text: string } | null;
  problem: string | null;
  undoes: string | null;
  undoneBy: string | null;
  canUndo: boolean;
  createdBy: { id: string; title: string };
  createdAt: string;
}

export interface NewEntity {
  id: string;
  one: LocalText;
  many: LocalText;
  icon: string;
  hasOwner: boolean;
  nameLabel: LocalText;
}

const path = (id: string): string => `/api/entities/${encodeURIComponent(id)}`;

export const readEntity = (id: string): Promise<BuilderEntity> => api.get(path(id));

/** With `since`, the newest change that its page knew, the plan tells what others changed after it. */
export const planChange = (id: string, body: ChangeBody & { since?: string | null }): Promise<ChangePlan> =>
  api.post(`${path(id)}/plan`, body);

export const createEntity = (entity: NewEntity): Promise<{ id: string; change: string }> =>
  api.post('/api/entities', {
    id: entity.id,
    title: 'name',
    owner: entity.hasOwner,
    icon: entity.icon,
    label: { one: entity.one, many: entity.many },
    fields: { name: { type: 'text', required: true, max: 200, label: entity.nameLabel } },
  });

export const readEntityChanges = async (id: string): Promise<EntityChange[]> =>
  (await api.get<{ items: EntityChange[] }>(`${path(id)}/changes`)).items;

const pollMilliseconds = 700;

/** Does a change and waits for its end; `watch` hears how far it is. */
export async function applyChange(
  id: string,
  body: ChangeBody & { isConfirmed?: boolean },
  watch: (change: EntityChange) => void = () => {},
): Promise<EntityChange> {
  let change = await api.post<EntityChange>(`${path(id)}/changes`, body);
  while (change.state === 'running') {
    watch(change);
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    change = await api.get<EntityChange>(`/api/entity-changes/${change.id}`);
  }
  if (change.problem) throw new Error(change.problem);
  return change;
}

export interface ExpressionPreview {
  problem: { message: string; position: number | null } | null;
  /** Formula: whether lists can be filtered and sorted by it, and if not, why. */
  askable?: 'yes' | 'time' | 'other';
  /** Formula: whether an index can be kept of its value. */
  isIndexable?: boolean;
  samples: { id: string; title: unknown; value: unknown; problem: string | null }[];
}

export type PreviewBody =
  | { kind: 'formula' | 'rule' | 'default'; expression: string; result?: FieldDefinition }
  | { rollup: NonNullable<FieldDefinition['rollup']> };

export const previewOf = (id: string, body: PreviewBody, signal?: AbortSignal): Promise<ExpressionPreview> =>
  api.post(`${path(id)}/preview`, body, signal ? { signal } : {});
