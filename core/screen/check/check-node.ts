import type { EntityDefinition } from '../../entity/definition.ts';
import { conditionOperators, type Grouping, type Measure, type ScreenCondition } from '../definition.ts';
import { fittingOperators } from '../condition/fitting-operators.ts';
import type { TreeNode } from '../tree/screen-tree.ts';
import { checkExpression } from './check-expression.ts';
import { fieldOf } from './field-of.ts';

type Tell = (path: string, code: string, params?: Record<string, unknown>) => void;

export interface NodeCheck {
  node: TreeNode;
  /** The entity of the screen; undefined when it is gone. */
  entity: EntityDefinition | undefined;
  entities: ReadonlyMap<string, EntityDefinition>;
  flows: ReadonlySet<string> | undefined;
  reports: Pick<ReadonlySet<string>, 'has'> | undefined;
  mark: Tell;
  doubt: Tell;
}

const containers = new Set(['tabs', 'tab', 'columns', 'section']);
const leaves = [
  'field',
  'related',
  'records',
  'number',
  'chart',
  'report',
  'text',
  'timeline',
  'flows',
  'element',
  'action',
];
const known = new Set([...containers, ...leaves]);

export function checkNode(check: NodeCheck, parent: TreeNode | undefined): void {
  const { node, entity, mark, doubt } = check;
  if (!known.has(node.node)) return mark('node', 'part-unknown', { part: node.node });
  if (node.node === 'tab' && parent?.node !== 'tabs') mark('node', 'tab-outside', {});
  for (const path of ['visible', 'required'])
    if (node[path] !== undefined && entity) checkExpression(check, path, entity);
  if (node.node === 'field') checkField(check);
  if (node.node === 'action') checkAction(check);
  if (['related', 'records', 'number', 'chart'].includes(node.node)) checkSource(check);
  if (node.node === 'report') checkReport(check);
  if (containers.has(node.node) && (node.children ?? []).length === 0) doubt('children', 'part-empty');
}

function checkField({ node, entity, mark }: NodeCheck): void {
  const id = String(node['field'] ?? '');
  if (entity && !fieldOf(entity, id)) mark('field', 'field-gone', { field: id, entity: entity.id });
}

function checkAction({ node, flows, mark }: NodeCheck): void {
  const key = node['flow'];
  if (typeof key === 'string' && flows && !flows.has(key)) mark('flow', 'flow-gone', { flow: key });
}

function checkReport({ node, reports, mark, doubt }: NodeCheck): void {
  const id = node['report'];
  if (typeof id !== 'string' || id === '') return doubt('report', 'report-missing');
  if (reports && !reports.has(id)) mark('report', 'report-gone');
}

/** Lists and figures: the entity they are of, and every field they name. */
function checkSource({ node, entities, mark }: NodeCheck): void {
  const id = String(node['entity'] ?? '');
  const entity = entities.get(id);
  if (!entity) return mark('entity', 'entity-gone', { entity: id });
  const need = (path: string, field: unknown): void => {
    if (typeof field !== 'string' || !fieldOf(entity, field.split('.')[0] ?? ''))
      mark(path, 'field-gone', { field: String(field ?? ''), entity: id });
  };
  // The casts: what these nodes hold, as `ScreenNode` says; a wrong one fails as a field that is not there.
  const { by, columns, sort, conditions, measure, group, split } = node as {
    by?: string;
    columns?: string[];
    sort?: string[];
    conditions?: ScreenCondition[];
    measure?: Measure;
    group?: Grouping;
    split?: Grouping;
  };
  if (node.node === 'related' || by !== undefined) need('by', by);
  for (const column of columns ?? []) need('columns', column);
  for (const each of sort ?? []) need('sort', each.replace(/^-/, ''));
  for (const { field, operator } of conditions ?? []) {
    need('conditions', field);
    const compared = fieldOf(entity, field);
    // What nobody knows, or the field cannot be asked, would be left out, and the figure be that of all.
    if (!conditionOperators.includes(operator)) mark('conditions', 'operator-unknown', { operator });
    else if (compared && !fittingOperators(compared.result?.type ?? compared.type).includes(operator))
      mark('conditions', 'operator-not-fit', { operator, field });
  }
  if (measure && measure.function !== 'count') need('measure', measure.field);
  if (node.node === 'chart') need('group', group?.field);
  if (split) need('split', split.field);
}
