import type { ScreenNode } from '../../core/screen/definition.ts';
import { columnFields, screenFor } from './entity-screens.ts';
import { t } from './i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity, type MetaField } from './meta.ts';
import { screenText } from './screen-text.ts';

export type RelatedList = Extract<ScreenNode, { node: 'related' }>;

export const headerFields = (meta: Meta, entity: MetaEntity): MetaField[] =>
  columnFields(entity, screenFor(meta, 'record', entity.id)?.header ?? []);

/** What a part is called: by its title, else by what it shows. */
export function partLabel(node: ScreenNode, meta: Meta): string {
  const title = titleOf(node);
  if (title) return title;
  if (node.node === 'timeline') return t('record.timeline');
  if (node.node === 'flows') return t('record.flows');
  if (node.node === 'related') return relatedLabel(node, meta);
  if ('entity' in node) return entityOf(meta, node.entity)?.label.many ?? node.entity;
  if (node.node === 'element') return node.element;
  if (node.node === 'report') return '';
  if (node.node === 'field') return node.field;
  const [only] = 'children' in node ? node.children : [];
  return only ? partLabel(only, meta) : t('record.facts');
}

/** A title that is still a text key, because its text is missing, is not for people. */
function titleOf(node: ScreenNode): string {
  const title = screenText(node.title);
  return /^[\w-]+\.screen\./.test(title) ? '' : title;
}

function relatedLabel(node: RelatedList, meta: Meta): string {
  const other = entityOf(meta, node.entity);
  const by = other && fieldOf(other, node.by);
  if (by?.reverseLabel) return by.reverseLabel;
  const isPlain = other && other.fields.filter((field) => field.entity === by?.entity).length === 1;
  const many = other?.label.many ?? node.entity;
  return isPlain || !by ? many : t('record.relatedBy', { what: many, by: by.label });
}
