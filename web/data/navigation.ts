import type { LocalText } from '../../core/entity/definition.ts';
import { api } from './client.ts';

export interface NavigationPlace {
  key: string;
  label: string;
  icon: string;
  isHidden: boolean;
  isOwn: boolean;
}

export interface NavigationDraftGroup {
  id: string;
  /** The plugin's name for it. */
  name: string;
  label: LocalText | null;
  isHidden: boolean;
  places: NavigationPlace[];
}

export interface OpenedNavigation {
  role: string | null;
  version: number;
  groups: NavigationDraftGroup[];
  roles: string[];
}

export const openNavigation = (role: string | null): Promise<OpenedNavigation> =>
  api.get<OpenedNavigation>(`/api/navigation${role === null ? '' : `?role=${encodeURIComponent(role)}`}`);

/** Without groups it is as the plugins say again. */
export const saveNavigation = (
  { role, version }: Pick<OpenedNavigation, 'role' | 'version'>,
  groups: readonly NavigationDraftGroup[] | null,
): Promise<OpenedNavigation> =>
  api.put<OpenedNavigation>('/api/navigation', {
    ...{ role, version },
    layout: groups && {
      groups: groups.map(({ id, label, isHidden, places }) => ({
        id,
        ...(label && { label }),
        ...(isHidden && { isHidden }),
        places: places.map(({ key, isHidden: isPlaceHidden }) => ({
          key,
          ...(isPlaceHidden && { isHidden: isPlaceHidden }),
        })),
      })),
    },
  });
