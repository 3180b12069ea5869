import { t } from './i18n.ts';
import { isRelation } from './is-relation.ts';
import { entityOf, type Meta } from './meta.ts';
import type { FormField, WorkItem } from './work-items.ts';

/** What a task refers to and is not there any more, or not for this reader: each in a sentence. */
export function workNotices(meta: Meta, item: WorkItem): string[] {
  const { form, note, assignee, candidates } = item;
  const isRoleGone = !assignee && candidates?.roles.some((role) => !meta.roles.some(({ id }) => id === role));
  return [
    ...(note && !assignee ? [t(`work.note.${note}`)] : []),
    ...(isRoleGone ? [t('work.roleGone')] : []),
    ...(form?.screen !== undefined && !hasScreen(meta, form.screen) ? [t('work.formGone')] : []),
    ...(form?.fields ?? [])
      .filter((field) => !isOffered(meta, field))
      .map((field) => t('work.choiceGone', { field: field.label ?? field.id })),
  ];
}

const hasScreen = (meta: Meta, id: string): boolean => {
  const screen = meta.screens.find((each) => each.id === id);
  return screen !== undefined && entityOf(meta, screen.entity) !== undefined;
};

/** Whether the records that it asks for are there to choose from. */
export const isOffered = (meta: Meta, { type, entity }: Pick<FormField, 'type' | 'entity'>): boolean =>
  // The cast: types of forms that records do not know are no relation.
  !isRelation({ type: type as 'relation' }) || !entity || entityOf(meta, entity) !== undefined;
