/** Screens as one reader gets them. */
import { may, type Actor } from '../access/actor.ts';
import type { Access } from '../access/index.ts';
import type { Registry } from '../registry.ts';
import type { Screen } from './definition.ts';
import { forReader } from './for-reader.ts';
import { screenLabel } from './labels.ts';
import { textIn } from './localised.ts';
import type { Screens } from './screens.ts';
import type { TreeNode } from './tree/screen-tree.ts';

interface ScreensInput {
  actor: Actor;
  registry: Registry;
  access: Access;
  screens: Screens;
}

export type ShownScreen = Screen & { label: string; plugin?: string; problems?: number; phone?: Screen };

/** Every screen this reader may see, as it is for their roles; `phone` where it is another one there. */
export function shownScreens(
  { actor, registry, access, screens }: ScreensInput,
  seen: ReadonlySet<string>,
): ShownScreen[] {
  const reader = { roles: actor.roles };
  return (
    screens
      .bases()
      .filter(({ screen }) => seen.has(screen.entity))
      .map(({ screen, plugin }) => {
        const view = (tree: TreeNode): Screen => forReader(tree, { actor, registry, access });
        const hasPhone = screens
          .rows()
          .overlays.some((each) => each.screen === screen.id && each.device === 'phone');
        const shown = view(screens.shown(screen, { ...reader, device: null }));
        return {
          ...shown,
          ...(plugin && { plugin }),
          label: shown.label
            ? textIn(registry, actor.locale, shown.label)
            : screenLabel(registry, actor.locale, screen),
          ...(hasPhone && { phone: view(screens.shown(screen, { ...reader, device: 'phone' })) }),
        };
      })
      // A dashboard of which this reader may see nothing is none for them.
      .filter(({ kind, body }) => kind !== 'dashboard' || body?.length !== 0 || may(actor, 'screens.manage'))
      .toSorted((one, other) => Number(other.isFirst ?? false) - Number(one.isFirst ?? false))
  );
}
