import { t } from '../data/i18n.ts';
import { entityIn } from './person.ts';
import { targetOf, typeOf, type ExpressionScope } from './scope.ts';

/** One line of the tree of what can be named. */
export interface FieldNode {
  /** As it is written: `$subject.account.name`. */
  path: string;
  label: string;
  type: string;
  /** Where it comes from. */
  origin: string;
  group: 'record' | 'flow';
  /** Set where it has members of its own. */
  entity: string;
  /** Labels from the root to it. */
  trail: string[];
}

/** Deeper than this nobody looks by searching; by opening, any depth. */
const searchDepth = 3;
const mostFound = 60;

export const rootNodes = (scope: ExpressionScope): FieldNode[] =>
  scope.names.map(({ name, label, type, origin = '', entity = '' }) => ({
    path: name,
    label: label || name,
    type,
    origin,
    entity,
    group: entity || scope.isRecord ? 'record' : 'flow',
    trail: [],
  }));

export function childNodes(scope: ExpressionScope, node: FieldNode): FieldNode[] {
  const entity = entityIn(scope, node.entity);
  if (!entity) return [];
  const trail = [...node.trail, node.label];
  const own = entity.fields.map((field): FieldNode => ({
    path: `${node.path}.${field.id}`,
    label: field.label,
    type: typeOf(field),
    origin: '',
    group: 'record',
    entity: targetOf(field) ?? '',
    trail,
  }));
  // What its plugin or an admin declares comes before what every record has.
  const isSystem = new Set(
    entity.fields.filter((field) => field.isSystem).map((field) => `${node.path}.${field.id}`),
  );
  const id: FieldNode = {
    ...node,
    path: `${node.path}.id`,
    label: t('expression.id'),
    type: 'text',
    entity: '',
    trail,
    origin: '',
  };
  return [
    ...own.filter(({ path }) => !isSystem.has(path)),
    ...own.filter(({ path }) => isSystem.has(path)),
    id,
  ];
}

/** Nodes whose label, path, origin or trail has every word of the search in it; near ones first. */
export function findNodes(scope: ExpressionScope, search: string): FieldNode[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found: FieldNode[] = [];
  let level = rootNodes(scope);
  for (let depth = 0; depth <= searchDepth && found.length < mostFound; depth++) {
    for (const node of level) {
      const hay = [node.path, node.label, node.origin, ...node.trail].join(' ').toLowerCase();
      if (words.every((word) => hay.includes(word))) found.push(node);
    }
    level = level.flatMap((node) => childNodes(scope, node));
  }
  return found.slice(0, mostFound);
}
