import type { ScreenNode } from '../../core/screen/definition.ts';
import type { FieldType } from '../../core/entity/definition.ts';
import { t } from './i18n.ts';
import { entityOf, type Meta, type MetaEntity, type MetaField } from './meta.ts';
import { fieldsIn } from './entity-screens.ts';
import type { ScreenRules } from '../rules/screen-rules.ts';
import { isOffered } from './work-notices.ts';
import type { FormField, WorkItem } from './work-items.ts';

const types: Record<string, FieldType> = {
  boolean: 'boolean',
  text: 'text',
  string: 'text',
  longText: 'longText',
  number: 'decimal',
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  date: 'date',
  dateTime: 'dateTime',
  select: 'select',
  duration: 'duration',
  multiSelect: 'multiSelect',
  email: 'email',
  phone: 'phone',
  url: 'url',
  user: 'user',
  relation: 'relation',
  relationMany: 'relationMany',
};

/** What a step asks for: the fields written in the model, or those of a form screen. */
export function workFields(
  meta: Meta,
  item: WorkItem,
  { rules, values }: { rules: Pick<ScreenRules, 'decide'>; values: Readonly<Record<string, unknown>> },
): MetaField[] {
  if (item.form?.fields)
    return formFields(
      item.form.fields.filter((field) => isOffered(meta, field)),
      { meta, rules, values: { ...workValues(item), ...values } },
    );
  const screen = meta.screens.find((each) => each.id === item.form?.screen);
  const entity = screen && entityOf(meta, screen.entity);
  if (!screen || !entity) return [];
  const nodes = rules.decide(screen.body ?? [], { meta, entity, values });
  return nodes.flatMap((node) => fieldsIn(node, entity));
}

/** The fields of a form that are shown for what is filled in so far. */
export function formFields(
  fields: readonly FormField[],
  {
    meta,
    rules,
    values,
  }: { meta: Meta; rules: Pick<ScreenRules, 'decide'>; values: Readonly<Record<string, unknown>> },
): MetaField[] {
  // Rules look at the fields of an entity: the form is one of its own.
  const entity = { id: 'form', fields: fields.map(fieldOfForm) } as unknown as MetaEntity;
  const nodes = fields.map(({ id, visible, requiredIf }): ScreenNode => ({
    id,
    node: 'field',
    field: id,
    ...(visible && { visible }),
    ...(requiredIf && { required: requiredIf }),
  }));
  return rules.decide(nodes, { meta, entity, values }).flatMap((node) => fieldsIn(node, entity));
}

/** Values the form begins with. */
export const workValues = (item: WorkItem): Record<string, unknown> =>
  Object.fromEntries(
    (item.form?.fields ?? []).flatMap((field) => {
      const value = field.value ?? field.default;
      return value === undefined || value === null ? [] : [[field.id, value]];
    }),
  );

/** A box that is shown and left unticked says no: steps behind the form ask for its value. */
export const unticked = (item: WorkItem, shown: readonly MetaField[]): Record<string, unknown> =>
  item.form?.fields
    ? Object.fromEntries(
        shown.filter(({ type, required }) => type === 'boolean' && !required).map(({ id }) => [id, false]),
      )
    : {};

function fieldOfForm(field: FormField): MetaField {
  return {
    id: field.id,
    type: types[field.type] ?? 'text',
    label: field.label || inWords(field.id),
    required: field.required ?? false,
    access: 'write',
    ...(field.entity ? { entity: field.entity } : {}),
    ...(field.options
      ? { options: field.options.map(({ value, label }) => ({ value, label: label ?? value })) }
      : {}),
  };
}

/** `nextStep` → `Next step`: a model's field without a label. */
const inWords = (id: string): string => {
  const spaced = id
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

export type WorkGroup = 'mine' | 'open' | 'team';

interface Worker {
  id: string;
  roles: readonly string[];
}

/**
 * Mine, what I may claim, and what others have or may claim, which is seen by those who lead them or operate flows; late
 * ones first, then by priority.
 */
export function groupWork(items: readonly WorkItem[], me: Worker): { group: WorkGroup; items: WorkItem[] }[] {
  const open = items.filter((item) => !['completed', 'cancelled'].includes(item.state)).toSorted(byUrgency);
  const groupOf = (item: WorkItem): WorkGroup => {
    if (item.assignee) return item.assignee.id === me.id ? 'mine' : 'team';
    return isFor(item, me) ? 'open' : 'team';
  };
  return (['mine', 'open', 'team'] as const)
    .map((group) => ({ group, items: open.filter((item) => groupOf(item) === group) }))
    .filter((each) => each.items.length > 0);
}

const isFor = ({ candidates }: WorkItem, { id, roles }: Worker): boolean =>
  candidates === undefined ||
  candidates.users.some((user) => user.id === id) ||
  candidates.roles.some((role) => roles.includes(role));

function byUrgency(one: WorkItem, other: WorkItem): number {
  const due = (item: WorkItem): number => (item.due ? new Date(item.due).getTime() : Infinity);
  const difference = due(one) - due(other);
  if (difference && !Number.isNaN(difference)) return difference;
  return (other.priority ?? 0) - (one.priority ?? 0) || one.createdAt.localeCompare(other.createdAt);
}

export const priorityText = (priority: number | null): string =>
  priority !== null && priority >= 75 ? t('work.urgent') : '';
