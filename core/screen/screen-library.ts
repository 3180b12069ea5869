/** All screens of an installation: what plugins declare, what admins made, what entities have by default. */
import type { EntityDefinition } from '../entity/definition.ts';
import type { Screen } from './definition.ts';
import { completeRecord } from './default/complete-record.ts';
import { defaultKinds, defaultScreen } from './default/default-screens.ts';
import { applyOverlay } from './overlay/apply.ts';
import type { BrokenOperation } from './overlay/operation.ts';
import type { ScreenRows, StoredOverlay, StoredScreen, Variant } from './store/screen-rows.ts';
import { treeOf, type TreeNode } from './tree/screen-tree.ts';

export type ScreenSource = 'plugin' | 'admin' | 'default';

export interface BaseScreen {
  screen: Screen;
  source: ScreenSource;
  /** Of a plugin's screen. */
  plugin?: string;
  stored?: StoredScreen;
}

export interface LibraryInput {
  plugins: readonly { id: string; screens: readonly Screen[] }[];
  entities: readonly EntityDefinition[];
  rows: ScreenRows;
}

export const everybody: Variant = { role: null, device: null };

/** In the order in which they are looked for: the first of a kind is the entity's own. */
export function baseScreens({ plugins, entities, rows }: LibraryInput): BaseScreen[] {
  const declared: BaseScreen[] = plugins.flatMap(({ id, screens }) =>
    screens.map((screen) => ({ screen, source: 'plugin' as const, plugin: id })),
  );
  const made = rows.screens.map((stored): BaseScreen => ({
    screen: stored.definition,
    source: 'admin',
    stored,
  }));
  const defaults = entities.flatMap((entity) =>
    defaultKinds
      // A further list of an admin's does not take the place of the one everybody begins with.
      .filter((kind) => !declared.some(({ screen }) => screen.entity === entity.id && screen.kind === kind))
      .flatMap((kind): BaseScreen[] => {
        const screen = defaultScreen(entity, kind);
        return screen ? [{ screen, source: 'default' }] : [];
      }),
  );
  return [...declared, ...defaults, ...made].map((base) => ({
    ...base,
    screen: completeRecord(base.screen, entities),
  }));
}

/** The overlays below a variant, from the most general on: everybody, a role, then the same on the device. */
export const layersBelow = ({ role, device }: Variant): Variant[] =>
  [
    everybody,
    ...(role === null ? [] : [{ role, device: null }]),
    ...(device === null ? [] : [{ role: null, device }]),
    ...(device === null || role === null ? [] : [{ role, device }]),
  ].slice(0, -1);

export const isVariant = (one: Variant, other: Variant): boolean =>
  one.role === other.role && one.device === other.device;

/** A screen as a reader with this role sees it on this device, and what of the overlays did not find its place. */
export function layered(
  base: Screen,
  overlays: readonly StoredOverlay[],
  variants: readonly Variant[],
): { tree: TreeNode; broken: BrokenOperation[] } {
  let tree = treeOf(base);
  const broken: BrokenOperation[] = [];
  for (const variant of variants) {
    const overlay = overlays.find((each) => each.screen === base.id && isVariant(each, variant));
    if (!overlay) continue;
    const applied = applyOverlay(tree, overlay.operations);
    tree = applied.tree;
    broken.push(...applied.broken);
  }
  return { tree, broken };
}
