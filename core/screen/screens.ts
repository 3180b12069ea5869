/** The screens that run: read once, and again when any process changed one. */
import type { Sql } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import type { Registry } from '../registry.ts';
import type { Screen } from './definition.ts';
import { readScreenRows, screenVersion, type ScreenRows, type Variant } from './store/screen-rows.ts';
import { baseScreens, layered, layersBelow, type BaseScreen } from './screen-library.ts';
import type { TreeNode } from './tree/screen-tree.ts';

export interface Screens {
  /** Reads again when something changed; cheap when nothing did. */
  refresh(): Promise<void>;
  rows(): ScreenRows;
  bases(): BaseScreen[];
  /** Throws problem `screen-unknown` (404). */
  base(id: string): BaseScreen;
  /** As readers with the first of these roles that has a variant see it. */
  shown(base: Screen, reader: { roles: readonly string[]; device: Variant['device'] }): TreeNode;
}

type ScreenRegistry = Pick<Registry, 'plugins' | 'entities' | 'version' | 'replaceAdminScreens'>;

export function createScreens({ sql, registry }: { sql: Sql; registry: ScreenRegistry }): Screens {
  let rows: ScreenRows = { version: 0, screens: [], overlays: [] };
  let made: { key: string; bases: BaseScreen[] } | undefined;
  const bases = (): BaseScreen[] => {
    const key = `${registry.version} ${rows.version}`;
    if (made?.key !== key)
      made = {
        key,
        bases: baseScreens({ plugins: registry.plugins, entities: registry.entities(), rows }),
      };
    return made.bases;
  };
  return {
    refresh: async () => {
      if ((await screenVersion(sql)) === rows.version) return;
      rows = await readScreenRows(sql);
      registry.replaceAdminScreens(rows.screens.map(({ definition }) => definition));
    },
    rows: () => rows,
    bases,
    base: (id) => {
      const found = bases().find(({ screen }) => screen.id === id);
      if (!found) throw new Problem({ status: 404, code: 'screen-unknown', params: { screen: id } });
      return found;
    },
    shown: (base, { roles, device }) => {
      const own = rows.overlays.filter(({ screen }) => screen === base.id);
      const role = roles.find((id) => own.some((overlay) => overlay.role === id)) ?? null;
      const variant = { role, device };
      return layered(base, own, [...layersBelow(variant), variant]).tree;
    },
  };
}
