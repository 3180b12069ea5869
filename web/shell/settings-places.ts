import { t } from '../data/i18n.ts';
import { may, type Meta } from '../data/meta.ts';

/** Pages of the settings, in order, with the permission that each needs. */
const pages: [id: string, permission?: string][] = [
  ['people'],
  ['teams'],
  ['roles', 'roles.manage'],
  ['entities', 'entities.manage'],
  ['screens', 'screens.manage'],
  ['navigation', 'screens.manage'],
  ['audit', 'audit.read'],
  ['packs', 'packs.manage'],
  ['account'],
  ['company', 'settings.manage'],
  ['about'],
];

export interface SettingsPlace {
  id: string;
  href: string;
  label: string;
}

/** Those that this reader may open. */
export const settingsPlaces = (meta: Meta): SettingsPlace[] =>
  pages
    .filter(([, permission]) => !permission || may(meta, permission))
    .map(([id]) => ({ id, href: `/settings/${id}`, label: t(`settings.${id}`) }));
