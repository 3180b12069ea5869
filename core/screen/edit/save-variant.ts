import { invalid } from '../../errors.ts';
import { checkScreen } from '../check/check-screen.ts';
import type { Finding } from '../check/finding.ts';
import { sentenceOf } from '../finding-view.ts';
import { applyOverlay } from '../overlay/apply.ts';
import { difference } from '../overlay/difference.ts';
import { operationId, type Operation } from '../overlay/operation.ts';
import { layered, layersBelow } from '../screen-library.ts';
import { saveOverlay } from '../store/save-overlay.ts';
import { saveScreen } from '../store/save-screen.ts';
import type { Variant } from '../store/screen-rows.ts';
import { screenOf, type TreeNode } from '../tree/screen-tree.ts';
import { places } from '../tree/walk.ts';
import { auditTitle, authorOf, type EditParts, type Editing } from './parts.ts';

export interface SaveInput {
  id: string;
  variant: Variant;
  tree: TreeNode;
  /** Operations that no longer find their place, and are kept all the same. */
  keep: readonly Operation[];
  version: number;
  note: string | null;
}

/**
 * Saves what an admin made of a screen: their own screen whole, any other as operations on its base. Refuses what
 * the change itself breaks; what was broken before is no obstacle to mending something else.
 */
export async function saveVariant(parts: EditParts, input: SaveInput, editing: Editing): Promise<void> {
  const { sql, screens } = parts;
  await screens.refresh();
  const { screen, source } = screens.base(input.id);
  const overlays = screens.rows().overlays.filter((overlay) => overlay.screen === input.id);
  const base = layered(screen, overlays, layersBelow(input.variant)).tree;
  const isWhole = source === 'admin' && input.variant.role === null && input.variant.device === null;
  // What a screen is of does not change under its overlays.
  const tree: TreeNode = { ...input.tree, screen: screen.id, kind: screen.kind, entity: screen.entity };
  const operations = difference(base, tree);
  refuseBroken(parts, { tree, touched: touchedBy(operations), editing });
  const author = authorOf(editing, input.note);
  const rest = { title: auditTitle(parts, screen), version: input.version };
  await sql.begin(async (tx) => {
    if (isWhole) return saveScreen(tx, { definition: screenOf(withoutHidden(tree)), ...rest }, author);
    const all = [...operations, ...input.keep.filter((operation) => isStillBroken(base, operation))];
    const overlay = { screen: input.id, variant: input.variant, operations: all, base: screenOf(base) };
    return saveOverlay(tx, { ...overlay, ...rest }, author);
  });
  await screens.refresh();
}

interface Refusal {
  tree: TreeNode;
  touched: ReadonlySet<string>;
  editing: Editing;
}

export function refuseBroken({ registry }: EditParts, { tree, touched, editing }: Refusal): void {
  const findings = checkScreen(tree, {
    entities: registry.entities,
    flows: editing.flows,
    reports: editing.reports,
  });
  const own = findings.filter(({ isBroken, node }) => isBroken && touched.has(node));
  if (own.length === 0) return;
  throw invalid(
    own.map((finding: Finding) => ({
      pointer: `/${finding.node}/${finding.path}`,
      code: finding.code,
      message: sentenceOf(registry, editing.locale, finding),
    })),
  );
}

const touchedBy = (operations: readonly Operation[]): Set<string> =>
  new Set(
    operations
      .filter(({ op }) => op === 'add' || op === 'set')
      .flatMap((operation) =>
        operation.op === 'add'
          ? [...places(operation.node)].map(({ node }) => node.id)
          : [operationId(operation)],
      ),
  );

const isStillBroken = (base: TreeNode, operation: Operation): boolean =>
  applyOverlay(base, [operation]).broken.length > 0;

/** An admin's own screen has no original to come back to: what was taken out is gone. */
function withoutHidden(tree: TreeNode): TreeNode {
  const children = tree.children?.filter(({ hidden }) => !hidden).map(withoutHidden);
  return { ...tree, ...(children && { children }) };
}
