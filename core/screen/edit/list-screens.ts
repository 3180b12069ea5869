import { checkScreen } from '../check/check-screen.ts';
import type { Screen } from '../definition.ts';
import { screenLabel } from '../labels.ts';
import { layered, layersBelow, type ScreenSource } from '../screen-library.ts';
import type { Variant } from '../store/screen-rows.ts';
import type { Editing, EditParts } from './parts.ts';

export interface ScreenSummary {
  id: string;
  kind: Screen['kind'];
  entity: string;
  source: ScreenSource;
  plugin: string | null;
  label: string;
  variants: (Variant & { updatedAt: Date })[];
  /** Of a screen that an admin made. */
  updatedAt: Date | null;
  /** Parts that refer to something gone, and operations that no longer find their place, over all variants. */
  problems: number;
}

type Known = Pick<Editing, 'locale' | 'flows' | 'reports'>;

/** Every screen with what was changed about it, for those who manage them. */
export async function listScreens(parts: EditParts, known: Known): Promise<ScreenSummary[]> {
  await parts.screens.refresh();
  const { overlays } = parts.screens.rows();
  return parts.screens.bases().map(({ screen, source, plugin, stored }) => {
    const own = overlays.filter((overlay) => overlay.screen === screen.id);
    return {
      id: screen.id,
      kind: screen.kind,
      entity: screen.entity,
      source,
      plugin: plugin ?? null,
      label: screenLabel(parts.registry, known.locale, screen),
      variants: own.map(({ role, device, updatedAt }) => ({ role, device, updatedAt })),
      updatedAt: stored?.updatedAt ?? null,
      problems: problemsOf(parts, known, { screen, variants: own }),
    };
  });
}

interface Shown {
  screen: Screen;
  variants: readonly Variant[];
}

function problemsOf(
  { registry, screens }: EditParts,
  { flows, reports }: Known,
  { screen, variants }: Shown,
): number {
  const { overlays } = screens.rows();
  const all: readonly Variant[] = variants.length > 0 ? variants : [{ role: null, device: null }];
  return Math.max(
    ...all.map((variant) => {
      const { tree, broken } = layered(screen, overlays, [...layersBelow(variant), variant]);
      const findings = checkScreen(tree, { entities: registry.entities, flows, reports });
      return broken.length + findings.filter(({ isBroken }) => isBroken).length;
    }),
  );
}
