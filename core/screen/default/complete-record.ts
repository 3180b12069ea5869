/**
 * A record's page in full: fields that its screen does not name, lists of what refers to it, timeline and flows
 * have their places and ids too, so that an overlay can move or hide them.
 */
import { isRelation } from '../../entity/field-types/is-relation.ts';
import type { EntityDefinition } from '../../entity/definition.ts';
import type { Screen, ScreenNode } from '../definition.ts';

type Related = Extract<ScreenNode, { node: 'related' }>;

export function completeRecord(screen: Screen, entities: readonly EntityDefinition[]): Screen {
  const entity = entities.find(({ id }) => id === screen.entity);
  if (!entity || screen.kind !== 'record') return screen;
  return { ...screen, side: sideOf(screen, entity), body: bodyOf(screen, entities) };
}

export const nodesIn = (nodes: readonly ScreenNode[] = []): ScreenNode[] =>
  nodes.flatMap((node) => [node, ...('children' in node ? nodesIn(node.children) : [])]);

function sideOf(screen: Screen, entity: EntityDefinition): ScreenNode[] {
  const named = new Set(
    nodesIn([...(screen.side ?? []), ...(screen.body ?? [])]).flatMap((node) =>
      node.node === 'field' ? [node.field] : [],
    ),
  );
  const rest = [...Object.keys(entity.fields), ...(entity.owner ? ['owner'] : [])].filter(
    (id) => !named.has(id) && entity.fields[id]?.type !== 'secret' && !entity.fields[id]?.isHidden,
  );
  const isAll = (screen.side ?? []).length === 0;
  const section: ScreenNode = {
    id: isAll ? 'facts' : 'more',
    node: 'section',
    title: isAll ? 'screen.part.facts' : 'screen.part.more',
    children: rest.map((field) => ({ id: `more.${field}`, node: 'field', field })),
  };
  const flows: ScreenNode[] = nodesIn(screen.side).some((node) => node.node === 'flows')
    ? []
    : [{ id: 'flows', node: 'flows' }];
  return [...flows, ...(screen.side ?? []), ...(rest.length > 0 ? [section] : []), systemSection];
}

const systemSection: ScreenNode = {
  id: 'system',
  node: 'section',
  title: 'screen.part.system',
  children: ['createdAt', 'createdBy', 'updatedAt', 'updatedBy'].map((field) => ({
    id: `system.${field}`,
    node: 'field',
    field,
  })),
};

function bodyOf(screen: Screen, entities: readonly EntityDefinition[]): ScreenNode[] {
  const declared = screen.body ?? [];
  const tabs = declared.find((node) => node.node === 'tabs');
  const own = declared.flatMap((node) => (node.node === 'tabs' ? node.children : [inTab(node)]));
  const all = nodesIn(declared);
  const known = new Set(
    all.flatMap((node) => (node.node === 'related' ? [`${node.entity}.${node.by}`] : [])),
  );
  const others = relatedTo(screen.entity, entities).filter(({ entity, by }) => !known.has(`${entity}.${by}`));
  // Tabs stand as their author put them. A timeline nobody named comes first, but after what the page is for.
  const afterElements =
    own.findLastIndex((node) => nodesIn([node]).some((each) => each.node === 'element')) + 1;
  const timeline: ScreenNode[] = all.some((node) => node.node === 'timeline')
    ? []
    : [inTab({ id: 'timeline', node: 'timeline' })];
  const flows: ScreenNode[] = all.some((node) => node.node === 'flows')
    ? []
    : [inTab({ id: 'body.flows', node: 'flows' })];
  const first = own.toSpliced(afterElements, 0, ...timeline);
  return [{ id: tabs?.id ?? 'tabs', node: 'tabs', children: [...first, ...others.map(inTab), ...flows] }];
}

const inTab = (node: ScreenNode): ScreenNode => ({
  id: `tab.${node.id}`,
  node: 'tab',
  ...(node.title !== undefined && { title: node.title }),
  children: [node],
});

const relatedTo = (entity: string, entities: readonly EntityDefinition[]): Related[] =>
  entities.flatMap((other) =>
    Object.entries(other.fields)
      .filter(([, field]) => isRelation(field) && field.entity === entity)
      .map(([by]) => ({
        id: `related.${other.id}.${by}`,
        node: 'related',
        entity: other.id,
        by,
        columns: [],
      })),
  );
