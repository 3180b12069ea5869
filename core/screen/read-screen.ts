import type { Access, Actor } from '../access/index.ts';
import type { Registry } from '../registry.ts';
import type { Screen } from './definition.ts';
import { forReader } from './for-reader.ts';
import { screenLabel } from './labels.ts';
import type { Screens } from './screens.ts';

interface ReadScreen {
  actor: Actor;
  registry: Registry;
  access: Access;
  screens: Screens;
}

/** A screen as this reader sees it, by its name; undefined where it is not for them, or gone. */
export async function readScreen(
  { actor, registry, access, screens }: ReadScreen,
  id: string,
): Promise<(Screen & { label: string }) | undefined> {
  await screens.refresh();
  const base = screens.bases().find(({ screen }) => screen.id === id);
  if (!base || !access.mayEver(actor, base.screen.entity, 'read')) return undefined;
  const shown = forReader(screens.shown(base.screen, { roles: actor.roles, device: null }), {
    ...{ actor, registry, access },
  });
  const label = screenLabel(registry, actor.locale, shown.label ? shown : base.screen);
  return { ...shown, label };
}
