import { locale, setLocale, t } from '../data/i18n.ts';
import { may, type Meta } from '../data/meta.ts';
import { rememberLocale } from '../data/session.ts';
import { applyTheme, isDark } from '../data/theme.ts';
import { boardOf } from '../data/entity-screens.ts';
import { footPlaces, inboxPlace, placeGroups } from './places.ts';
import { navigate } from './router.ts';
import { settingsPlaces } from './settings-places.ts';

export interface Command {
  group: string;
  label: string;
  icon: string;
  hint?: string;
  run(): void;
}

/** Everything the palette can do beside finding records. */
export function paletteActions(meta: Meta): Command[] {
  return [...screenCommands(meta), ...entityCommands(meta), ...settingsCommands(meta), ...ownCommands()];
}

function settingsCommands(meta: Meta): Command[] {
  const group = t('nav.settings');
  return settingsPlaces(meta).map(({ href, label }) => ({
    group,
    label,
    icon: 'settings-2',
    run: () => navigate(href),
  }));
}

function screenCommands(meta: Meta): Command[] {
  const places = [inboxPlace(), ...placeGroups(meta).flatMap((group) => group.places), ...footPlaces(meta)];
  const screens = [...places, { href: '/decisions', label: t('nav.decisions'), icon: 'table-2' }];
  return screens.map(({ href, label, icon }) => ({
    group: t('palette.screens'),
    label,
    icon,
    run: () => navigate(href),
  }));
}

function entityCommands(meta: Meta): Command[] {
  return meta.entities.flatMap((entity) => {
    const path = `/r/${encodeURIComponent(entity.id)}`;
    const command = (key: string, icon: string, to: string): Command => ({
      group: t('palette.actions'),
      label: t(key, { what: entity.label.many, one: entity.label.one }),
      icon,
      run: () => navigate(to),
    });
    return [
      ...(entity.can.create ? [command('palette.new', 'plus', `${path}/list?new=1`)] : []),
      ...(boardOf(meta, entity) ? [command('palette.board', 'square-kanban', `${path}/board`)] : []),
      ...(entity.can.import && may(meta, 'imports.run')
        ? [command('palette.import', 'upload', `/import/${encodeURIComponent(entity.id)}`)]
        : []),
    ];
  });
}

function ownCommands(): Command[] {
  const other = locale() === 'en' ? ('zh-CN' as const) : ('en' as const);
  return [
    {
      group: t('palette.actions'),
      label: t(isDark() ? 'palette.light' : 'palette.dark'),
      icon: isDark() ? 'sun' : 'moon',
      run: () => applyTheme(isDark() ? 'light' : 'dark'),
    },
    {
      group: t('palette.actions'),
      label: t('palette.language'),
      icon: 'globe',
      run: () => void rememberLocale(other).then(() => setLocale(other, { isChosen: true })),
    },
  ];
}
