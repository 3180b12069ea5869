/** What may stand in what. The server checks what is saved; this keeps a hand from dropping what cannot be. */
import type { Screen } from '../../../core/screen/definition.ts';
import type { TreeNode } from './design-data.ts';

const figures = ['number', 'chart', 'records'];
const onPages = [
  'section',
  'columns',
  'field',
  'related',
  'timeline',
  'flows',
  'text',
  ...figures,
  'element',
  'broken',
];

export function canHold(parent: TreeNode, node: string, kind: Screen['kind']): boolean {
  switch (parent.id) {
    case '#side':
      return onPages.includes(node) && node !== 'columns';
    case '#body':
      if (kind === 'dashboard') return [...figures, 'report', 'text'].includes(node);
      if (kind === 'form') return ['section', 'field', 'text'].includes(node);
      return onPages.includes(node) || node === 'tabs';
    case '#header':
    case '#columns':
    case '#card':
      return node === 'field';
  }
  if (parent.node === 'tabs') return node === 'tab';
  if (parent.node === 'tab') return onPages.includes(node);
  if (parent.node === 'section')
    return kind === 'form' ? node === 'field' : onPages.includes(node) && node !== 'section';
  return parent.node === 'columns' && onPages.includes(node) && node !== 'columns';
}

/** Side by side, so that a place is left or right of another. */
export const isRow = (parent: TreeNode, kind: Screen['kind']): boolean =>
  ['tabs', 'columns'].includes(parent.node) ||
  ['#header', '#columns'].includes(parent.id) ||
  (kind === 'dashboard' && parent.id === '#body');

/** Takes part in lists of fields, where it is known by its field. */
export const isListPart = ({ id }: TreeNode): boolean => ['#header', '#columns', '#card'].includes(id);
