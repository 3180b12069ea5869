import { checkScreen } from '../check/check-screen.ts';
import type { Screen } from '../definition.ts';
import { findingViews, type FindingView } from '../finding-view.ts';
import { screenLabel } from '../labels.ts';
import { partName } from '../part-name.ts';
import { applyOverlay } from '../overlay/apply.ts';
import { isSame } from '../overlay/difference.ts';
import { operationId, type Operation, type OperationProblem } from '../overlay/operation.ts';
import { threeWay, type ThreeWay } from '../overlay/three-way.ts';
import { isVariant, layered, layersBelow, type ScreenSource } from '../screen-library.ts';
import type { Variant } from '../store/screen-rows.ts';
import { screenOf, treeOf, type TreeNode } from '../tree/screen-tree.ts';
import { findPlace, places } from '../tree/walk.ts';
import type { EditParts, Editing } from './parts.ts';

export interface OpenScreen {
  id: string;
  kind: Screen['kind'];
  entity: string;
  source: ScreenSource;
  label: string;
  variant: Variant;
  variants: Variant[];
  /** 0 where nothing was changed yet. */
  version: number;
  /** What the overlay stands on: the screen with the more general overlays. */
  base: TreeNode;
  /** The screen with what was changed. */
  tree: TreeNode;
  broken: { operation: Operation; problem: OperationProblem; text: string }[];
  problems: FindingView[];
  /** The texts of all keys in the tree, in the reader's language. */
  texts: Record<string, string>;
  /** The base changed since the overlay was made. */
  upgrade: ThreeWay | null;
}

/** A screen as an admin edits it, for one variant. Throws problem `screen-unknown` (404). */
export async function openScreen(
  parts: EditParts,
  {
    id,
    variant,
    editing,
  }: { id: string; variant: Variant; editing: Pick<Editing, 'locale' | 'flows' | 'reports'> },
): Promise<OpenScreen> {
  await parts.screens.refresh();
  const { registry } = parts;
  const { screen, source, stored } = parts.screens.base(id);
  const overlays = parts.screens.rows().overlays.filter((overlay) => overlay.screen === id);
  const overlay = overlays.find((each) => isVariant(each, variant));
  const isWhole = source === 'admin' && isVariant(variant, { role: null, device: null });
  const base = layered(screen, overlays, layersBelow(variant)).tree;
  const { tree, broken } = applyOverlay(base, overlay?.operations ?? []);
  const then = overlay && treeOf(overlay.base);
  const nameOf = (operation: Operation): string => {
    const id = operationId(operation);
    const inTree = [base, then].map((of) => of && findPlace(of, id)?.node).find(Boolean);
    const node = operation.op === 'add' ? operation.node : inTree;
    return partName(registry, editing.locale, { entity: screen.entity, id, node });
  };
  const findings = checkScreen(tree, {
    entities: registry.entities,
    flows: editing.flows,
    reports: editing.reports,
  });
  return {
    id,
    kind: screen.kind,
    entity: screen.entity,
    source,
    label: screenLabel(registry, editing.locale, screen),
    variant,
    variants: overlays.map(({ role, device }) => ({ role, device })),
    version: isWhole ? (stored?.version ?? 0) : (overlay?.version ?? 0),
    base,
    tree,
    broken: broken.map(({ operation, problem }) => ({
      operation,
      problem,
      text: registry.text(editing.locale, `screen.broken.${problem}`, { name: nameOf(operation) }),
    })),
    problems: findingViews(registry, editing.locale, findings),
    texts: textsOf([base, tree], (key) => registry.find(editing.locale, key)),
    upgrade: overlay && !isSame(overlay.base, screenOf(base)) ? upgradeOf(overlay, base) : null,
  };
}

function upgradeOf(overlay: { base: Screen; operations: Operation[] }, base: TreeNode): ThreeWay | null {
  const found = threeWay(treeOf(overlay.base), base, overlay.operations);
  return found.conflicts.length + found.news.length > 0 ? found : null;
}

function textsOf(
  trees: readonly TreeNode[],
  find: (key: string) => string | undefined,
): Record<string, string> {
  const keys = trees.flatMap((tree) =>
    [...places(tree)].flatMap(({ node }) =>
      [node['title'], node['label'], node['help'], node['text']].filter((text) => typeof text === 'string'),
    ),
  );
  return Object.fromEntries(
    [...new Set(keys)].flatMap((key) => {
      const text = find(key);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
