/** The navigation without what admins arranged: as plugins and the screens themselves say. */
import type { EntityDefinition } from '../../entity/definition.ts';
import type { Locale, Registry } from '../../registry.ts';
import type { Screen } from '../definition.ts';
import { entityLabel } from '../labels.ts';
import { isOwnGroup } from './layout.ts';

export interface NavigationItem {
  screen: string | null;
  entity: string;
  kind: Screen['kind'];
  icon: string;
  label: string;
  /** Made by an admin. */
  isOwn: boolean;
}

export interface NavigationGroup {
  group: string;
  label: string;
  items: NavigationItem[];
}

export type LabelledScreen = Pick<Screen, 'id' | 'entity' | 'kind' | 'nav'> & {
  label: string;
  plugin?: string;
};

export interface BaseInput {
  registry: Registry;
  locale: Locale;
  screens: readonly LabelledScreen[];
  entities: readonly EntityDefinition[];
}

const custom = 'custom';

/** Lists and boards of one entity are one place; every other screen, and each that an admin made, is its own. */
export const placeKey = ({ screen, entity, kind, isOwn }: NavigationItem): string =>
  screen !== null && (isOwn || !['list', 'board'].includes(kind)) ? screen : `entity:${entity}`;

/** Groups in the order of plugins; entities that have no screen of their own come last, in a group of their own. */
export function baseNavigation({ registry, locale, screens, entities }: BaseInput): NavigationGroup[] {
  const groups = new Map<string, NavigationGroup>();
  const add = (group: string, label: string, item: NavigationItem): void => {
    const found = groups.get(group) ?? { group, label, items: [] };
    groups.set(group, found);
    found.items.push(item);
  };
  const customLabel = registry.text(locale, 'nav.custom');
  const order = [...registry.plugins.map(({ id }) => id), undefined];
  const shown = screens
    .filter((screen) => screen.nav)
    .toSorted(
      (a, b) =>
        order.indexOf(a.plugin) - order.indexOf(b.plugin) || (a.nav!.order ?? 0) - (b.nav!.order ?? 0),
    );
  for (const { id, entity, kind, plugin, label, nav } of shown) {
    const { group, icon } = nav!;
    const item = { screen: id, entity, kind, icon, label, isOwn: plugin === undefined };
    // A group that admins made is nobody's but theirs: without it the screen stands with what they made.
    if (isOwnGroup(group) || group === custom) add(custom, customLabel, item);
    else add(group, registry.find(locale, `${plugin ?? group}.nav.${group}`) ?? group, item);
  }
  const reached = new Set(
    shown
      .filter(({ plugin, kind }) => plugin && ['list', 'board'].includes(kind))
      .map(({ entity }) => entity),
  );
  for (const entity of entities)
    if (entity.plugin === 'admin' && !reached.has(entity.id))
      add(custom, customLabel, {
        ...{ screen: null, entity: entity.id, kind: 'list', isOwn: false },
        icon: entity.icon ?? 'box',
        label: entityLabel(registry, locale, entity).many,
      });
  return [...groups.values()];
}
