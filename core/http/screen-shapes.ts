/** Shapes of screens and views that people send; what they refer to is checked by the screen part, node by node. */
import { z } from 'zod';
import { madeKinds, type TreeNode } from '../screen/index.ts';

const id = z.string().min(1).max(160);
const mostNodes = 1_000;

const localText = z.strictObject({ en: z.string().max(2_000), 'zh-CN': z.string().max(2_000) }).partial();
export const screenText = z.union([z.string().max(2_000), localText]);

const node: z.ZodType<TreeNode> = z.looseObject({
  id,
  node: z.string().min(1).max(40),
  hidden: z.boolean().optional(),
  children: z.lazy(() => z.array(node).max(300)).optional(),
});

export const treeBody = node.refine((tree) => countOf(tree) <= mostNodes, 'screen-large');

const countOf = (tree: TreeNode): number =>
  (tree.children ?? []).reduce((sum, child) => sum + countOf(child), 1);

const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('move'), id, parent: id.optional(), before: id.optional() }),
  z.strictObject({ op: z.literal('hide'), id }),
  z.strictObject({ op: z.literal('add'), parent: id, before: id.optional(), node }),
  z.strictObject({ op: z.literal('set'), id, path: z.string().max(80), value: z.unknown() }),
]);

export const variantShape = {
  role: z.string().max(120).nullable().default(null),
  device: z.enum(['phone']).nullable().default(null),
};
const note = z.string().trim().max(500).nullable().default(null);

export const screenParams = z.object({ id });
export const saveBody = z.strictObject({
  ...variantShape,
  tree: treeBody,
  keep: z.array(operation).max(500).default([]),
  version: z.number().int().min(0),
  note,
});
export const checkBody = z.strictObject({ tree: treeBody });
export const resetBody = z.strictObject(variantShape);
export const restoreBody = z.strictObject({ change: z.uuid(), note });
export const newScreenBody = z.strictObject({
  kind: z.enum(madeKinds),
  entity: z.string().max(80),
  label: screenText,
  nav: z
    .strictObject({
      group: z.string().min(1).max(80),
      icon: z.string().max(60),
      order: z.number().optional(),
    })
    .optional(),
  from: id.optional(),
  isFirst: z.boolean().optional(),
});
