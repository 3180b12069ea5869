/** The shape of screens that come from files: what has another one would break the page of everybody. */
import { z } from 'zod';
import { Problem } from '../errors.ts';
import { conditionOperators, type Screen } from './definition.ts';
import { applyOverlay } from './overlay/apply.ts';
import type { Operation } from './overlay/operation.ts';
import { treeOf } from './tree/screen-tree.ts';

const name = z.string().min(1).max(160);
const names = z.array(name);
const text = z.union([z.string(), z.record(z.string(), z.string())]);
const column = z.union([name, z.looseObject({ field: name, label: text.optional() })]);
const condition = z.looseObject({ field: name, operator: z.enum(conditionOperators) });
const grouping = z.looseObject({ field: z.string() });

const node = z.looseObject({
  id: name,
  node: name,
  hidden: z.boolean().optional(),
  visible: z.string().optional(),
  required: z.string().optional(),
  title: text.optional(),
  label: text.optional(),
  help: text.optional(),
  text: text.optional(),
  width: z.number().optional(),
  field: z.string().optional(),
  entity: z.string().optional(),
  by: z.string().optional(),
  element: z.string().optional(),
  report: z.string().optional(),
  columns: names.optional(),
  sort: names.optional(),
  conditions: z.array(condition).optional(),
  measure: z.looseObject({ function: z.string(), field: z.string().optional() }).optional(),
  group: grouping.optional(),
  split: grouping.optional(),
  get children() {
    return z.array(node).max(300).optional();
  },
});

/** What is set about a screen as a whole; it is the root of its tree too. */
const settings = {
  label: text.optional(),
  nav: z.looseObject({ group: name, icon: z.string(), order: z.number().optional() }).optional(),
  sort: names.optional(),
  lanes: z.looseObject({ field: z.string() }).optional(),
  date: z.looseObject({ field: z.string(), end: z.string().optional() }).optional(),
  color: z.string().optional(),
  shared: z.array(z.looseObject({ id: name, fields: z.record(z.string(), z.string()) })).optional(),
};

const definition = z.looseObject({
  id: name,
  kind: z.enum(['list', 'record', 'board', 'calendar', 'dashboard', 'form']),
  entity: name,
  ...settings,
  columns: z.array(column).optional(),
  filters: names.optional(),
  card: z.array(column).optional(),
  totals: names.optional(),
  header: z.array(column).optional(),
  side: z.array(node).optional(),
  body: z.array(node).optional(),
  actions: z.array(z.union([name, z.looseObject({ flow: name })])).optional(),
});

const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('move'), id: name, parent: name.optional(), before: name.optional() }),
  z.strictObject({ op: z.literal('hide'), id: name }),
  z.strictObject({ op: z.literal('add'), parent: name, before: name.optional(), node }),
  z.strictObject({
    op: z.literal('set'),
    id: name,
    path: z.string().regex(/^[a-z]\w*(\.[a-z]\w*)*$/i),
    value: z.unknown(),
  }),
]);

const content = z.strictObject({
  definition: definition.optional(),
  overlays: z
    .array(
      z.strictObject({
        role: z.string().nullable().optional(),
        device: z.enum(['phone']).nullable().optional(),
        operations: z.array(operation),
      }),
    )
    .optional(),
});

export const isContent = (value: unknown): boolean => content.safeParse(value).success;

/** Throws problem `screen-shape` (422) with the place, in the file or in the screen that its changes make of the base. */
export function checkContent(value: unknown, base: Screen | undefined): void {
  refuse(content.safeParse(value).error);
  // The cast: the shape was checked just now.
  for (const { operations } of (value as { overlays?: { operations: Operation[] }[] }).overlays ?? [])
    if (base) refuse(node.extend(settings).safeParse(applyOverlay(treeOf(base), operations).tree).error);
}

function refuse(error: z.ZodError | undefined): void {
  const [first] = error?.issues ?? [];
  if (first)
    throw new Problem({ status: 422, code: 'screen-shape', params: { where: first.path.join(' › ') } });
}
