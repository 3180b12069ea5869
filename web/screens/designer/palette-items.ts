/** What can be put on a screen: its fields, and parts of each kind. */
import { isRelation } from '../../data/is-relation.ts';
import type { Screen } from '../../../core/screen/definition.ts';
import { places } from '../../../core/screen/tree/walk.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type Meta, type MetaEntity } from '../../data/meta.ts';
import type { TreeNode } from './design-data.ts';

export interface PaletteItem {
  key: string;
  group: 'fields' | 'parts' | 'figures' | 'related';
  label: string;
  icon: string;
  /** Where it is already; it can be put in a second place. */
  isUsed: boolean;
  make(): TreeNode;
}

const newId = (kind: string): string => `${kind}-${crypto.randomUUID().slice(0, 8)}`;

export function paletteItems(
  tree: TreeNode,
  { meta, entity }: { meta: Meta; entity: MetaEntity },
): PaletteItem[] {
  const kind = tree['kind'] as Screen['kind']; // `treeOf` wrote it
  const all = [...places(tree)].map(({ node }) => node).filter(({ hidden }) => !hidden);
  const fields = kind === 'dashboard' ? [] : fieldItems(tree, { entity, kind });
  const parts = partItems(kind);
  const figures = kind === 'dashboard' || kind === 'record' ? figureItems(entity, kind) : [];
  return [...parts, ...fields, ...figures, ...(kind === 'record' ? relatedItems(all, { meta, entity }) : [])];
}

/** A field that stands among the rest, or was taken out, is the one that is put somewhere. */
function fieldItems(tree: TreeNode, { entity, kind }: { entity: MetaEntity; kind: string }): PaletteItem[] {
  const all = [...places(tree)].map(({ node }) => node).filter(({ node }) => node === 'field');
  const prefix = kind === 'list' ? 'columns' : kind === 'board' || kind === 'calendar' ? 'card' : '';
  return entity.fields
    .filter((field) => kind !== 'form' || field.access === 'write')
    .map((field) => {
      const own = all.filter(
        ({ id, field: shown }) =>
          shown === field.id && (prefix ? id.startsWith(`${prefix}.`) : !id.startsWith('header.')),
      );
      // A form asks for a value once: what it has moves. Pages may show one twice.
      const free = own.find(({ id, hidden }) => hidden || kind === 'form' || id === `more.${field.id}`);
      return {
        key: `field ${field.id}`,
        group: 'fields' as const,
        label: field.label,
        icon: fieldIcon(shownType(field)),
        isUsed: own.some(({ hidden }) => !hidden),
        make: () =>
          free ?? { id: prefix ? `${prefix}.${field.id}` : newId(field.id), node: 'field', field: field.id },
      };
    });
}

const part = (key: string, icon: string, make: () => TreeNode): PaletteItem => ({
  key,
  group: 'parts',
  label: t(`screens.part.${key}`),
  icon,
  isUsed: false,
  make,
});

function partItems(kind: Screen['kind']): PaletteItem[] {
  const section = part('section', 'rows-3', () => ({
    id: newId('section'),
    node: 'section',
    title: t('screens.newSection'),
    children: [],
  }));
  const text = part('text', 'heading', () => ({
    id: newId('text'),
    node: 'text',
    text: t('screens.newText'),
  }));
  if (kind === 'form') return [section, text];
  if (kind === 'dashboard') return [text];
  if (kind !== 'record') return [];
  return [
    part('tab', 'panel-top', () => ({
      id: newId('tab'),
      node: 'tab',
      title: t('screens.newTab'),
      children: [],
    })),
    section,
    part('columns', 'columns-2', () => ({
      id: newId('columns'),
      node: 'columns',
      children: ['left', 'right'].map((side) => ({
        id: newId(side),
        node: 'section',
        title: t('screens.newSection'),
        children: [],
      })),
    })),
    text,
    part('timeline', 'activity', () => ({ id: newId('timeline'), node: 'timeline' })),
    part('flows', 'workflow', () => ({ id: newId('flows'), node: 'flows' })),
  ];
}

function figureItems(entity: MetaEntity, kind: Screen['kind']): PaletteItem[] {
  const group = entity.fields.find(({ type }) => type === 'select') ?? entity.fields[0];
  const money = entity.fields.find((field) => shownType(field) === 'money');
  const isTile = kind === 'dashboard';
  const item = (
    key: string,
    icon: string,
    node: () => Omit<TreeNode, 'id'> & { node: string },
    title: string = entity.label.many,
  ): PaletteItem => ({
    key,
    group: 'figures',
    label: t(`screens.part.${key}`),
    icon,
    isUsed: false,
    make: () => ({
      ...node(),
      id: newId(key),
      // What it says at first; a report has a name of its own.
      ...(title && { title }),
    }),
  });
  const by = (what: string): string => t('screens.tile.by', { what, by: group?.label ?? '' });
  const count = { function: 'count' };
  const sum = money ? { function: 'sum', field: money.id } : count;
  const chart = (chartKind: string, measure: object) => () => ({
    node: 'chart',
    chart: chartKind,
    entity: entity.id,
    group: { field: group?.id ?? entity.title },
    measure,
    ...(isTile && { width: chartKind === 'pie' ? 4 : 6 }),
  });
  return [
    item('number', 'hash', () => ({
      node: 'number',
      entity: entity.id,
      measure: count,
      ...(isTile && { width: 3 }),
    })),
    item('bar', 'chart-column', chart('bar', sum), by(money?.label ?? entity.label.many)),
    item(
      'line',
      'chart-line',
      () => ({
        ...chart('line', count)(),
        group: { field: 'createdAt', bucket: 'month' },
      }),
      t('screens.tile.perMonth', { what: entity.label.many }),
    ),
    item('pie', 'chart-pie', chart('pie', count), by(entity.label.many)),
    ...(isTile
      ? [item('report', 'chart-no-axes-combined', () => ({ node: 'report', report: '', width: 6 }), '')]
      : []),
    item('records', 'list', () => ({
      node: 'records',
      entity: entity.id,
      columns: [entity.title],
      ...(isTile && { width: 6 }),
    })),
  ];
}

function relatedItems(
  all: readonly TreeNode[],
  { meta, entity }: { meta: Meta; entity: MetaEntity },
): PaletteItem[] {
  const used = new Set(
    all.flatMap((node) => (node.node === 'related' ? [`${node['entity']}.${node['by']}`] : [])),
  );
  return meta.entities.flatMap((other) =>
    other.fields
      .filter((field) => isRelation(field) && field.entity === entity.id)
      .map((by): PaletteItem => ({
        key: `related ${other.id}.${by.id}`,
        group: 'related',
        label: t('screens.relatedBy', { what: other.label.many, by: by.label }),
        icon: other.icon ?? 'list',
        isUsed: used.has(`${other.id}.${by.id}`),
        make: () => ({ id: newId('related'), node: 'related', entity: other.id, by: by.id, columns: [] }),
      })),
  );
}

const icons: Record<string, string> = {
  select: 'tag',
  multiSelect: 'tag',
  tags: 'tag',
  date: 'calendar',
  dateTime: 'clock',
  money: 'coins',
  integer: 'hash',
  decimal: 'hash',
  boolean: 'square-check',
  user: 'user',
  relation: 'link',
  email: 'mail',
  phone: 'phone',
  url: 'globe',
  formula: 'sigma',
};
const fieldIcon = (type: string): string => icons[type] ?? 'text-cursor-input';
