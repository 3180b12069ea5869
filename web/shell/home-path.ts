import { entityOf, type Meta, type NavigationItem } from '../data/meta.ts';

/** Where the day begins: the first board of what one's roles are about, else the first of all, else the inbox. */
export function homePath(meta: Meta): string {
  const plugins = meta.actor.roles.map((role) => role.split('.')[0]);
  const isOwn = ({ entity }: NavigationItem): boolean =>
    plugins.includes(entityOf(meta, entity)?.plugin ?? '');
  const boards = meta.navigation.flatMap((group) => group.items).filter((item) => item.kind === 'board');
  const first = boards.find(isOwn) ?? boards[0];
  return first ? `/r/${encodeURIComponent(first.entity)}` : '/inbox';
}
