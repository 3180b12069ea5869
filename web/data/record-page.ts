import type { ScreenNode } from '../../core/screen/definition.ts';
import { fieldsOf, reverseRelations, screenFor } from './entity-screens.ts';
import { t } from './i18n.ts';
import { entityOf, fieldOf, shownType, type Meta, type MetaEntity, type MetaField } from './meta.ts';

export interface RelatedList {
  entity: string;
  by: string;
  columns: string[];
}

export type RecordTab =
  | { id: string; label: string; kind: 'timeline' }
  | { id: string; label: string; kind: 'flows' }
  | { id: string; label: string; kind: 'related'; related: RelatedList }
  | { id: string; label: string; kind: 'fields'; fields: MetaField[] }
  | { id: string; label: string; kind: 'element'; element: string };

export interface FactGroup {
  id: string;
  label: string;
  fields: MetaField[];
}

/** Which nodes are shown, and which of their fields must be filled. */
type Decide = (nodes: readonly ScreenNode[]) => readonly ScreenNode[];
const all: Decide = (nodes) => nodes;

/** What a record's page shows: by its screen, else by what the entity is and what refers to it. */
export function recordTabs(meta: Meta, entity: MetaEntity, decide: Decide = all): RecordTab[] {
  const body = screenFor(meta, 'record', entity.id)?.body ?? [];
  const declared = decide(body).flatMap((node) => tabsOf(node, meta, entity));
  const timeline = declared.some((tab) => tab.kind === 'timeline') ? [] : [timelineTab()];
  // What a rule hides is named all the same: it is not to come back among the rest.
  const shown = new Set(
    body
      .flatMap((node) => tabsOf(node, meta, entity))
      .flatMap((tab) => (tab.kind === 'related' ? [`${tab.related.entity}.${tab.related.by}`] : [])),
  );
  const others = reverseRelations(meta, entity.id)
    .filter(({ entity: other, by }) => !shown.has(`${other.id}.${by.id}`))
    .map(({ entity: other, by }) => relatedTab(meta, { entity: other.id, by: by.id, columns: [] }));
  const first = [...timeline, ...declared].toSorted(
    (one, other) => Number(other.kind === 'timeline') - Number(one.kind === 'timeline'),
  );
  const flows = first.some((tab) => tab.kind === 'flows') ? [] : [flowsTab()];
  return withOwnIds([...first, ...others, ...flows]);
}

/** Facts of the side column, in groups; fields no screen names are shown with the rest. */
export function factGroups(meta: Meta, entity: MetaEntity, decide: Decide = all): FactGroup[] {
  const side = screenFor(meta, 'record', entity.id)?.side ?? [];
  const groups = decide(side).flatMap((node) => groupsOf(node, entity));
  const named = new Set(side.flatMap((node) => fieldsIn(node, entity)).map((field) => field.id));
  const rest = entity.fields.filter(
    (field) => !named.has(field.id) && (!field.isSystem || (field.id === 'owner' && entity.owner)),
  );
  if (side.length === 0) return [{ id: 'facts', label: t('record.facts'), fields: rest }];
  const own = rest.filter((field) => shownType(field) !== 'secret');
  return own.length > 0 ? [...groups, { id: 'more', label: t('record.more'), fields: own }] : groups;
}

export const headerFields = (meta: Meta, entity: MetaEntity): MetaField[] => {
  const declared = screenFor(meta, 'record', entity.id)?.header;
  if (declared) return fieldsOf(entity, declared);
  const choice = entity.fields.find((field) => field.type === 'select');
  return fieldsOf(entity, [choice?.id ?? '', 'owner']);
};

const timelineTab = (): RecordTab => ({ id: 'timeline', label: t('record.timeline'), kind: 'timeline' });
const flowsTab = (): RecordTab => ({ id: 'flows', label: t('record.flows'), kind: 'flows' });

function relatedTab(meta: Meta, related: RelatedList): RecordTab {
  const other = entityOf(meta, related.entity);
  const by = other && fieldOf(other, related.by);
  const isPlain = other && other.fields.filter((field) => field.entity === by?.entity).length === 1;
  const many = other?.label.many ?? related.entity;
  const label = isPlain || !by ? many : t('record.relatedBy', { what: many, by: by.label });
  return { id: `${related.entity}.${related.by}`, label, kind: 'related', related };
}

function tabsOf(node: ScreenNode, meta: Meta, entity: MetaEntity): RecordTab[] {
  switch (node.node) {
    case 'timeline':
      return [timelineTab()];
    case 'flows':
      return [flowsTab()];
    case 'related':
      // A related list of an entity this reader may not see has no place here.
      return entityOf(meta, node.entity) ? [relatedTab(meta, node)] : [];
    case 'element':
      return [{ id: node.id, label: node.element, kind: 'element', element: node.element }];
    case 'tab': {
      const inner = node.children.flatMap((child) => tabsOf(child, meta, entity));
      const [only] = inner;
      return inner.length === 1 && only ? [{ ...only, label: titleOr(node.title, only.label) }] : inner;
    }
    case 'field':
      return [];
    case 'section':
      return sectionTabs(node, meta, entity);
    default:
      return node.children.flatMap((child) => tabsOf(child, meta, entity));
  }
}

function sectionTabs(
  node: Extract<ScreenNode, { node: 'tab' | 'section' }>,
  meta: Meta,
  entity: MetaEntity,
): RecordTab[] {
  const fields = fieldsIn(node, entity);
  const own: RecordTab[] =
    fields.length > 0
      ? [{ id: node.id, label: titleOr(node.title, t('record.facts')), kind: 'fields', fields }]
      : [];
  return [...own, ...node.children.flatMap((child) => tabsOf(child, meta, entity))];
}

function groupsOf(node: ScreenNode, entity: MetaEntity): FactGroup[] {
  const fields = fieldsIn(node, entity);
  if (fields.length === 0) return [];
  const title = 'title' in node ? node.title : undefined;
  return [{ id: node.id, label: titleOr(title, t('record.facts')), fields }];
}

/** The fields of a node whose rules are decided. */
export function fieldsIn(node: ScreenNode, entity: MetaEntity): MetaField[] {
  if (node.node === 'field')
    return fieldsOf(entity, [node.field]).map((field) =>
      node.required === 'true' ? { ...field, required: true } : field,
    );
  return 'children' in node ? node.children.flatMap((child) => fieldsIn(child, entity)) : [];
}

/** A title that is still a text key, because its text is missing, is not for people. */
const titleOr = (title: string | undefined, otherwise: string): string =>
  title && !/^[\w-]+\.screen\./.test(title) ? title : otherwise;

function withOwnIds(tabs: RecordTab[]): RecordTab[] {
  const seen = new Set<string>();
  return tabs.filter((tab) => !seen.has(tab.id) && seen.add(tab.id));
}
