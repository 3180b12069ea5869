/** What people do to the navigation while they arrange it. Groups and places are one list of lines, as they are shown. */
import type { NavigationDraftGroup, NavigationPlace } from '../../data/navigation.ts';

export type Groups = readonly NavigationDraftGroup[];

export type Line = { group: NavigationDraftGroup; place?: NavigationPlace };

export const linesOf = (groups: Groups): Line[] =>
  groups.flatMap((group) => [{ group }, ...group.places.map((place) => ({ group, place }))]);

/** A group goes with all that stands in it; a place goes wherever it is put, out of its group too. */
export function moveLine(groups: Groups, from: number, to: number): Groups {
  const lines = linesOf(groups);
  const moved = lines[from];
  if (!moved || to < 0 || to >= lines.length || to === from) return groups;
  if (!moved.place) return moveGroup(groups, moved.group, lines[to]!.group, to > from);
  const others = lines.filter((_line, at) => at !== from);
  // Nothing stands above the first group.
  others.splice(Math.max(1, to), 0, moved);
  return groupsOf(others);
}

/** Past a whole group at a time. */
function moveGroup(
  groups: Groups,
  moved: NavigationDraftGroup,
  over: NavigationDraftGroup,
  isDown: boolean,
): Groups {
  const from = groups.indexOf(moved);
  const to = moved === over && isDown ? from + 1 : groups.indexOf(over);
  const next = groups.filter((group) => group !== moved);
  next.splice(to, 0, moved);
  return next;
}

function groupsOf(lines: readonly Line[]): Groups {
  const groups: NavigationDraftGroup[] = [];
  for (const { group, place } of lines)
    if (place) groups.at(-1)!.places.push(place);
    else groups.push({ ...group, places: [] });
  return groups;
}

export const changeGroup = (groups: Groups, id: string, part: Partial<NavigationDraftGroup>): Groups =>
  groups.map((group) => (group.id === id ? { ...group, ...part } : group));

export const togglePlace = (groups: Groups, key: string): Groups =>
  groups.map((group) => ({
    ...group,
    places: group.places.map((place) =>
      place.key === key ? { ...place, isHidden: !place.isHidden } : place,
    ),
  }));

/** Into another group, at its end. */
export function placeInto(groups: Groups, key: string, into: string): Groups {
  const place = groups.flatMap(({ places }) => places).find((each) => each.key === key);
  if (!place) return groups;
  return groups.map((group) => {
    const places = group.places.filter((each) => each !== place);
    return { ...group, places: group.id === into ? [...places, place] : places };
  });
}

export const isOwnGroup = ({ id }: Pick<NavigationDraftGroup, 'id'>): boolean => id.startsWith('own-');

/** What stood in it stands in the group above, or in the one that is first then. */
export function removeGroup(groups: Groups, id: string): Groups {
  const at = groups.findIndex((group) => group.id === id);
  const { places = [] } = groups[at] ?? {};
  const left = groups.filter((group) => group.id !== id);
  const home = Math.max(0, at - 1);
  return left.map((group, index) =>
    index === home ? { ...group, places: [...group.places, ...places] } : group,
  );
}
