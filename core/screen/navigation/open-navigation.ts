import type { Sql } from '../../db/connect.ts';
import type { Locale, Registry } from '../../registry.ts';
import { entityLabel, screenLabel } from '../labels.ts';
import type { Screens } from '../screens.ts';
import { arrange } from './arrange.ts';
import { baseNavigation, placeKey, type NavigationItem } from './base-navigation.ts';
import { isOwnGroup, type NavigationLayout } from './layout.ts';
import { layoutOf, readNavigation } from './navigation-rows.ts';

interface OpenInput {
  sql: Sql;
  registry: Registry;
  screens: Pick<Screens, 'refresh' | 'bases'>;
}

export interface OpenedNavigation {
  role: string | null;
  /** 0: nothing was arranged for this role, or for everybody. */
  version: number;
  groups: {
    id: string;
    /** As it is without a name of the admins' own. */
    name: string;
    label: Partial<Record<Locale, string>> | null;
    isHidden: boolean;
    places: { key: string; label: string; icon: string; isHidden: boolean; isOwn: boolean }[];
  }[];
  /** Roles that have an order of their own. */
  roles: string[];
}

/** All there is, whoever may see it, to be arranged; a role that has no order of its own begins with everybody's. */
export async function openNavigation(
  { sql, registry, screens }: OpenInput,
  { role, locale }: { role: string | null; locale: Locale },
): Promise<OpenedNavigation> {
  await screens.refresh();
  const rows = await readNavigation(sql);
  const own = layoutOf(rows, role);
  const layout = (own ?? layoutOf(rows, null))?.layout ?? null;
  const all = screens.bases().map(({ screen, plugin }) => ({
    ...screen,
    ...(plugin && { plugin }),
    label: screenLabel(registry, locale, screen),
  }));
  const base = baseNavigation({ registry, locale, screens: all, entities: registry.entities() });
  const names = new Map(base.map(({ group, label }) => [group, label]));
  const groups = arrange({ base, layout, locale, madeIn: groupsMadeIn(all) });
  return {
    role,
    version: own?.version ?? 0,
    groups: groups.map(({ group, isHidden, places }) => ({
      id: group,
      name: names.get(group) ?? '',
      label: labelOf(layout, group),
      isHidden,
      places: places.map(({ key, items, ...place }) => ({
        key,
        ...place,
        ...faceOf(registry, locale, items[0]!),
      })),
    })),
    roles: rows.flatMap(({ role: each }) => (each === null ? [] : [each])),
  };
}

/** For each screen that was made in a group of the admins' own, that group. */
export const groupsMadeIn = (
  screens: readonly { id: string; nav?: { group: string } }[],
): ReadonlyMap<string, string> =>
  new Map(screens.flatMap(({ id, nav }) => (nav && isOwnGroup(nav.group) ? [[id, nav.group] as const] : [])));

const labelOf = (
  layout: NavigationLayout | null,
  group: string,
): OpenedNavigation['groups'][number]['label'] =>
  layout?.groups.find(({ id }) => id === group)?.label ?? null;

/** As people see the place: that of an entity is named by it. */
function faceOf(
  registry: Registry,
  locale: Locale,
  item: NavigationItem,
): { label: string; icon: string; isOwn: boolean } {
  const { entity, icon, isOwn, screen } = item;
  const isScreen = screen !== null && placeKey(item) === screen;
  const label = isScreen ? item.label : entityLabel(registry, locale, registry.entity(entity)).many;
  return { label, icon, isOwn: isOwn || screen === null };
}
