import type { EntityDefinition } from '../../entity/definition.ts';
import type { Screen } from '../definition.ts';
import { findPlace, places } from '../tree/walk.ts';
import { rootId, type TreeNode } from '../tree/screen-tree.ts';
import { checkNode, type NodeCheck } from './check-node.ts';
import { fieldOf } from './field-of.ts';
import type { Finding } from './finding.ts';

/** What a screen may refer to. */
export interface ScreenCatalogue {
  entities(): readonly EntityDefinition[];
  /** Keys of the flows that are deployed; unknown where nobody asked. */
  flows?: ReadonlySet<string>;
  /** Ids of the reports that are there, whosever they are; unknown where nobody asked. */
  reports?: Pick<ReadonlySet<string>, 'has'>;
}

/** Everything wrong with a screen at once: what is gone, what cannot be read, what cannot work. */
export function checkScreen(tree: TreeNode, catalogue: ScreenCatalogue): Finding[] {
  const entities = new Map(catalogue.entities().map((entity) => [entity.id, entity]));
  const entity = entities.get(String(tree['entity']));
  const findings: Finding[] = [];
  const check = (node: TreeNode): NodeCheck => ({
    node,
    entity,
    entities,
    flows: catalogue.flows,
    reports: catalogue.reports,
    mark: (path, code, params = {}) => findings.push({ node: node.id, path, code, params, isBroken: true }),
    doubt: (path, code, params = {}) => findings.push({ node: node.id, path, code, params, isBroken: false }),
  });
  const root = check(tree);
  if (!entity) root.mark('entity', 'screen-entity-gone', { entity: String(tree['entity'] ?? '') });
  else checkRoot(tree, entity, root);
  const seen = new Set<string>();
  for (const { node, parent } of places(tree)) {
    if (seen.has(node.id)) check(node).mark('id', 'id-twice', { id: node.id });
    seen.add(node.id);
    if (node.id !== rootId && node.node !== 'part') checkNode(check(node), parent);
  }
  return findings;
}

function checkRoot(tree: TreeNode, entity: EntityDefinition, { mark, doubt }: NodeCheck): void {
  const kind = tree['kind'] as Screen['kind']; // `treeOf` wrote it
  const need = (path: string, id: unknown, types?: readonly string[]): void => {
    if (typeof id !== 'string' || id === '') return mark(path, 'needs-field', { kind });
    const field = fieldOf(entity, id);
    if (!field) mark(path, 'field-gone', { field: id, entity: entity.id });
    else if (types && !types.includes(field.result?.type ?? field.type))
      mark(path, 'field-not-fit', { field: id, entity: entity.id });
  };
  // The casts: settings of a screen, in the shape `Screen` gives them.
  const { lanes, date, color, sort = [] } = tree as Partial<Screen>;
  if (kind === 'board') need('lanes.field', lanes?.field, ['select']);
  if (kind === 'calendar') {
    need('date.field', date?.field, ['date', 'dateTime']);
    if (date?.end) need('date.end', date.end, ['date', 'dateTime']);
    if (color) need('color', color, ['select']);
  }
  for (const each of sort) need('sort', each.replace(/^-/, '').split('.')[0]);
  const shown = findPlace(tree, kind === 'list' ? '#columns' : kind === 'board' ? '#card' : '#body')?.node;
  const isEmpty = (shown?.children ?? []).every(({ hidden }) => hidden);
  if (isEmpty && kind !== 'record' && kind !== 'calendar') doubt('children', 'empty', { kind });
}
