/** What can be set about a part, in the order in which it is asked. */
import { entityChoices } from '../../data/entity-choices.ts';
import { entityOf, shownType, type Meta, type MetaField } from '../../data/meta.ts';
import { isSortable } from '../../data/sort.ts';
import { t } from '../../data/i18n.ts';
import type { SelectChoice } from '../../components/rl-select.ts';
import type { TreeNode } from './design-data.ts';

export type Property = { name: string; label: string; help?: string } & (
  | { kind: 'words' }
  | { kind: 'expression' }
  | { kind: 'check' }
  | { kind: 'choice'; choices: SelectChoice[]; none?: string; isNumber?: boolean }
  | { kind: 'pixels' }
  /** Fields of `entity` in order, as ids. */
  | { kind: 'fields'; entity: string; fixed?: string }
  /** The items of a part of the screen. */
  | { kind: 'items'; part: string }
  | { kind: 'flows' }
  | { kind: 'sort'; entity: string }
  | { kind: 'conditions'; entity: string }
  | { kind: 'measure'; entity: string }
  | { kind: 'grouping'; entity: string }
  | { kind: 'shared' }
  | { kind: 'report' }
);

const label = (name: string): string => t(`screens.property.${name}`);
const simple = (kind: 'words' | 'expression' | 'check', ...names: string[]): Property[] =>
  names.map((name) => ({ name, label: kind === 'check' ? t(`screens.check.${name}`) : label(name), kind }));
/** Whether people begin with this one where there are several of its kind. */
const first = (kind: unknown): Property => ({
  name: 'isFirst',
  label: t(kind === 'form' ? 'screens.check.isFirstForm' : 'screens.check.isFirst'),
  kind: 'check',
});
const widths = (choices: number[], key: string): Property => ({
  name: 'width',
  label: label('width'),
  kind: 'choice',
  isNumber: true,
  none: t('screens.width.own'),
  choices: choices.map((value) => ({ value: String(value), label: t(`screens.width.${key}${value}`) })),
});

export function propertiesOf(node: TreeNode, { meta, root }: { meta: Meta; root: TreeNode }): Property[] {
  const isTile = root['kind'] === 'dashboard';
  const width = isTile ? [widths([3, 4, 6, 8, 12], 'of')] : [];
  const visible = root['kind'] === 'record' || root['kind'] === 'form' ? simple('expression', 'visible') : [];
  switch (node.node) {
    case 'screen':
      return rootProperties(node, meta);
    case 'tab':
      return [...simple('words', 'title'), ...visible];
    case 'section':
      return [
        ...simple('words', 'title'),
        ...(root['kind'] === 'record' ? [across, ...simple('check', 'isClosed')] : []),
        ...visible,
      ];
    case 'columns':
      return visible;
    case 'field':
      return fieldProperties(node, root);
    case 'text':
      return [...simple('words', 'text'), ...width, ...visible];
    case 'related':
    case 'records':
      return [...listProperties(node, meta), ...width, ...visible];
    case 'report':
      return [
        ...simple('words', 'title'),
        { name: 'report', label: label('report'), kind: 'report' },
        ...width,
      ];
    case 'number':
    case 'chart':
      return [...figureProperties(node, { meta, root }), ...width, ...visible];
    default:
      return visible;
  }
}

const across: Property = {
  name: 'across',
  label: t('screens.property.across'),
  kind: 'choice',
  isNumber: true,
  none: '1',
  choices: ['2', '3'].map((value) => ({ value, label: value })),
};

function fieldProperties(node: TreeNode, root: TreeNode): Property[] {
  const words = simple('words', 'label');
  if (node.id.startsWith('columns.'))
    return [...words, { name: 'width', label: label('pixels'), kind: 'pixels' }];
  if (node.id.startsWith('header.') || node.id.startsWith('card.')) return words;
  return [
    ...simple('words', 'label', 'help'),
    ...simple('expression', 'visible'),
    ...(root['kind'] === 'form' || root['kind'] === 'record' ? simple('expression', 'required') : []),
    ...(root['kind'] === 'record' ? simple('check', 'readOnly') : []),
  ];
}

const listProperties = (node: TreeNode, meta: Meta): Property[] => {
  const entity = String(node['entity']);
  return [
    ...simple('words', 'title'),
    ...(node.node === 'records' ? [entityChoice(meta)] : []),
    { name: 'columns', label: label('columns'), kind: 'fields', entity },
    { name: 'sort', label: label('sort'), kind: 'sort', entity },
    { name: 'conditions', label: label('conditions'), kind: 'conditions', entity },
  ];
};

function figureProperties(node: TreeNode, { meta, root }: { meta: Meta; root: TreeNode }): Property[] {
  const entity = String(node['entity']);
  const kinds = ['bar', 'line', 'pie'].map((value) => ({ value, label: t(`screens.part.${value}`) }));
  const relations = entityOf(meta, entity)?.fields.filter((field) => field.entity === root['entity']) ?? [];
  const by: Property = {
    name: 'by',
    label: label('by'),
    kind: 'choice',
    none: t('screens.by.all'),
    choices: relations.map(({ id, label: text }) => ({ value: id, label: text })),
  };
  return [
    ...simple('words', 'title'),
    ...(node.node === 'chart'
      ? [{ name: 'chart', label: label('chart'), kind: 'choice' as const, choices: kinds }]
      : []),
    entityChoice(meta),
    { name: 'measure', label: label('measure'), kind: 'measure', entity },
    ...(node.node === 'chart'
      ? [
          { name: 'group', label: label('group'), kind: 'grouping' as const, entity },
          { name: 'split', label: label('split'), kind: 'grouping' as const, entity },
        ]
      : []),
    { name: 'conditions', label: label('conditions'), kind: 'conditions', entity },
    ...(root['kind'] === 'record' ? [by] : []),
  ];
}

const entityChoice = (meta: Meta): Property => ({
  name: 'entity',
  label: label('entity'),
  kind: 'choice',
  choices: entityChoices(meta, 'many'),
});

function rootProperties(root: TreeNode, meta: Meta): Property[] {
  const entity = String(root['entity']);
  const fields = entityOf(meta, entity)?.fields ?? [];
  const choice = (name: string, allowed: (field: MetaField) => boolean, none?: string): Property => ({
    name,
    label: label(name),
    kind: 'choice',
    ...(none !== undefined && { none }),
    choices: fields.filter(allowed).map(({ id, label: text }) => ({ value: id, label: text })),
  });
  const isDate = (field: MetaField): boolean => ['date', 'dateTime'].includes(shownType(field));
  const isSelect = (field: MetaField): boolean => field.type === 'select';
  const items = (...parts: string[]): Property[] =>
    parts.map((part) => ({ name: part, label: label(part), kind: 'items', part: `#${part}` }));
  const flows: Property = { name: 'actions', label: label('actions'), kind: 'flows' };
  switch (root['kind']) {
    case 'list':
      return [
        ...simple('words', 'label'),
        ...items('columns'),
        { name: 'sort', label: label('sort'), kind: 'sort', entity },
        ...items('filters'),
        flows,
        first('list'),
      ];
    case 'board':
      return [
        ...simple('words', 'label'),
        choice('lanes.field', isSelect),
        ...items('card', 'totals', 'filters'),
        flows,
        first('board'),
      ];
    case 'calendar':
      return [
        ...simple('words', 'label'),
        choice('date.field', isDate),
        choice('date.end', isDate, t('screens.none')),
        choice('color', isSelect, t('screens.none')),
        ...items('card', 'filters'),
        first('calendar'),
      ];
    case 'record':
      return [...items('header'), flows];
    case 'dashboard':
      return [...simple('words', 'label'), { name: 'shared', label: label('shared'), kind: 'shared' }];
    default:
      return [...simple('words', 'label'), first('form')];
  }
}

/** Fields that a part may list. */
export function fieldsFor(part: string, fields: readonly MetaField[]): MetaField[] {
  if (part === '#totals') return fields.filter((field) => shownType(field) === 'money');
  if (part === '#filters') return fields.filter(isSortable);
  return fields.filter(
    (field) => !['json', 'secret', 'file', 'geoPoint', 'address'].includes(shownType(field)),
  );
}
