import type { Registry } from '../../registry.ts';
import type { Route } from '../route.ts';

export interface PermissionView {
  id: string;
  label: string;
}

/** Asked inside of commands, not by a route. */
const ofCommands = ['flows.start'];

/** Every permission that some route asks for or some role has, with its text where one is written. */
export function permissionViews(
  registry: Registry,
  { routes, locale }: { routes: readonly Route[]; locale: 'en' | 'zh-CN' },
): PermissionView[] {
  const ids = new Set([
    ...ofCommands,
    ...routes
      .map(({ permission }) => permission)
      .filter((id) => id !== 'signed-in' && !id.startsWith('public:')),
    ...registry.roles.flatMap(({ permissions }) => permissions).filter((id) => id !== '*'),
  ]);
  return [...ids].toSorted().map((id) => ({
    id,
    label: registry.find(locale, `permission.${id}`) ?? pluginText(registry, locale, id) ?? id,
  }));
}

function pluginText(registry: Registry, locale: 'en' | 'zh-CN', id: string): string | undefined {
  const [plugin, ...rest] = id.split('.');
  return registry.find(locale, `${plugin}.permission.${rest.join('.')}`);
}
