import type { LocalText } from '../../entity/definition.ts';

/**
 * How admins arranged the navigation: groups in their order, places in theirs. What it does not name stands where it
 * stands without it, at the end of its group; what it names and nobody has any more is passed over.
 */
export interface NavigationLayout {
  groups: LayoutGroup[];
}

export interface LayoutGroup {
  /** Of a plugin's group, or of one that admins made (`own-…`). */
  id: string;
  /** A name in place of the plugin's. */
  label?: LocalText;
  isHidden?: boolean;
  places: LayoutPlace[];
}

export interface LayoutPlace {
  /** See `placeKey`. */
  key: string;
  isHidden?: boolean;
}

export const isOwnGroup = (id: string): boolean => id.startsWith('own-');
