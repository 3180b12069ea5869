import type { Meta } from '../data/meta.ts';
import { entityOf, may } from '../data/meta.ts';
import { t } from '../data/i18n.ts';
import type { Route } from './router.ts';

export interface Place {
  href: string;
  label: string;
  icon: string;
  /** Whether the route shown belongs to it. */
  isAt(route: Route): boolean;
}

export interface PlaceGroup {
  id: string;
  label: string;
  places: Place[];
}

/** As it is arranged: one place per entity, and one for each other screen. */
export function placeGroups(meta: Meta): PlaceGroup[] {
  const shown = new Set<string>();
  const groups = meta.navigation.map((group) => {
    const places: Place[] = [];
    for (const item of group.items) {
      if (item.screen && (item.isOwn || !['list', 'board'].includes(item.kind))) {
        places.push(screenPlace(item.screen, item.label, item.icon));
        continue;
      }
      if (shown.has(item.entity)) continue;
      shown.add(item.entity);
      const label = entityOf(meta, item.entity)?.label.many ?? item.label;
      places.push(entityPlace(item.entity, label, item.icon));
    }
    return { id: group.group, label: group.label, places };
  });
  return groups.filter((group) => group.places.length > 0);
}

export const beginPlace = (): Place => ({
  href: '/begin',
  label: t('nav.begin'),
  icon: 'circle-check',
  isAt: (route) => route.name === 'begin',
});

export const inboxPlace = (): Place => ({
  href: '/inbox',
  label: t('nav.inbox'),
  icon: 'inbox',
  isAt: (route) => route.name === 'inbox',
});

export const footPlaces = (meta: Meta): Place[] => [
  ...(may(meta, 'outbox.read') ? [outboxPlace()] : []),
  {
    href: '/reports',
    label: t('nav.reports'),
    icon: 'chart-line',
    isAt: (route) => route.name === 'reports' || route.name === 'report',
  },
  {
    href: '/flows',
    label: t('nav.flows'),
    icon: 'workflow',
    isAt: (route) =>
      ['flows', 'flow', 'decisions', 'decision', 'instances', 'instance', 'operations', 'jobs'].includes(
        route.name,
      ),
  },
  {
    href: '/settings',
    label: t('nav.settings'),
    icon: 'settings-2',
    isAt: (route) => route.name === 'settings',
  },
];

const outboxPlace = (): Place => ({
  href: '/outbox',
  label: t('nav.outbox'),
  icon: 'mail',
  isAt: (route) => route.name === 'outbox',
});

const screenPlace = (screen: string, label: string, icon: string): Place => ({
  href: `/s/${encodeURIComponent(screen)}`,
  label,
  icon,
  isAt: (route) => route.name === 'screen' && route.id === screen,
});

const entityPlace = (entity: string, label: string, icon: string): Place => ({
  href: `/r/${encodeURIComponent(entity)}`,
  label,
  icon,
  isAt: (route) =>
    ('entity' in route && route.entity === entity) || (route.name === 'import' && route.target === entity),
});
