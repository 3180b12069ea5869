import type { Locale } from '../../registry.ts';
import { placeKey, type NavigationGroup, type NavigationItem } from './base-navigation.ts';
import { isOwnGroup, type LayoutGroup, type NavigationLayout } from './layout.ts';

export interface ArrangedGroup {
  group: string;
  label: string;
  isHidden: boolean;
  places: ArrangedPlace[];
}

export interface ArrangedPlace {
  key: string;
  isHidden: boolean;
  /** The screens behind it: the lists and boards of an entity are one place. */
  items: NavigationItem[];
}

interface ArrangeInput {
  base: readonly NavigationGroup[];
  layout: NavigationLayout | null;
  locale: Locale;
  /** For each screen the group it was made in, where that is one that admins made. */
  madeIn?: ReadonlyMap<string, string>;
}

/** Everything there is, in the order of the layout, with what is hidden marked as such. */
export function arrange({ base, layout, locale, madeIn }: ArrangeInput): ArrangedGroup[] {
  const places = placesOf(base);
  const asked = new Map<string, LayoutGroup>((layout?.groups ?? []).map((group) => [group.id, group]));
  const taken = new Set([...asked.values()].flatMap((group) => group.places.map(({ key }) => key)));
  const left = [...places].filter(([key]) => !taken.has(key));
  const homeOf = (key: string, group: string): string => {
    const own = madeIn?.get(key);
    return own !== undefined && asked.has(own) ? own : group;
  };
  const rest = (id: string): ArrangedPlace[] =>
    left
      .filter(([key, { group }]) => homeOf(key, group) === id)
      .map(([key, { items }]) => ({ key, items, isHidden: false }));
  const names = new Map(base.map(({ group, label }) => [group, label]));
  const arranged = [...asked.values()]
    .filter(({ id }) => names.has(id) || isOwnGroup(id))
    .map((group) => ({
      group: group.id,
      label: group.label?.[locale] || group.label?.en || group.label?.['zh-CN'] || names.get(group.id) || '',
      isHidden: group.isHidden ?? false,
      places: [
        ...group.places.flatMap(({ key, isHidden = false }) => {
          const found = places.get(key);
          return found ? [{ key, isHidden, items: found.items }] : [];
        }),
        ...rest(group.id),
      ],
    }));
  const others = base
    .filter(({ group }) => !asked.has(group))
    .map(({ group, label }) => ({ group, label, isHidden: false, places: rest(group) }));
  return [...arranged, ...others.filter((group) => group.places.length > 0)];
}

/** In the order in which they stand, each in the group in which it comes first. */
function placesOf(base: readonly NavigationGroup[]): Map<string, { group: string; items: NavigationItem[] }> {
  const places = new Map<string, { group: string; items: NavigationItem[] }>();
  for (const { group, items } of base)
    for (const item of items) {
      const place = places.get(placeKey(item)) ?? { group, items: [] };
      places.set(placeKey(item), place);
      place.items.push(item);
    }
  return places;
}

/** What a reader gets of it. */
export const shownNavigation = (groups: readonly ArrangedGroup[]): NavigationGroup[] =>
  groups
    .filter(({ isHidden }) => !isHidden)
    .map(({ group, label, places }) => ({
      group,
      label,
      items: places.filter(({ isHidden }) => !isHidden).flatMap(({ items }) => items),
    }));
