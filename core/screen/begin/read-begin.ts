/**
 * Where to begin in a new company: the steps of the core and of the plugins for one person. It is over when nothing is
 * left that a company cannot go without (people, first records), or when the person put it away. Only asks.
 */
import { may, type Access, type Actor } from '../../access/index.ts';
import type { Sql } from '../../db/connect.ts';
import type { RecordStore } from '../../entity/index.ts';
import { readPreferences } from '../../identity/index.ts';
import type { Registry } from '../../registry.ts';
import type { BeginStep } from './begin-step.ts';

export interface Beginning {
  isOpen: boolean;
  /** What a company cannot go without is there: whoever reads so puts it away, and it is not asked again. */
  isOver: boolean;
  items: { id: string; icon: string; href: string; title: string; help: string; isDone: boolean }[];
}

interface BeginParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  records: RecordStore;
}

const own = { plugin: 'core' };
const people = { ...own, id: 'people', icon: 'users', href: '/settings/people', permission: 'users.manage' };
const later = [
  { ...own, id: 'flow', icon: 'workflow', href: '/flows', permission: 'flows.deploy' },
  { ...own, id: 'entity', icon: 'table-2', href: '/settings/entities', permission: 'entities.manage' },
];

export async function readBegin({ sql, ...parts }: BeginParts, actor: Actor): Promise<Beginning> {
  const set = actor.userId ? await readPreferences(sql, actor.userId) : { [hidden]: true };
  if (set[hidden] === true) return { isOpen: false, isOver: false, items: [] };
  const { registry, access, records } = parts;
  const brought = registry.plugins.flatMap(({ id, begin = [] }) =>
    begin.map((step) => ({ ...step, plugin: id })),
  );
  const all: (BeginStep & { plugin: string })[] = [people, ...brought, ...later];
  const shown = all.filter(
    ({ permission, entity }) =>
      (!permission || may(actor, permission)) &&
      (!entity || (registry.hasEntity(entity) && access.mayEver(actor, entity, 'create'))),
  );
  const items = await Promise.all(
    shown.map(async ({ id, plugin, icon, href, entity }) => {
      const key = `${plugin}.begin.${id}`;
      const has = async (): Promise<boolean> => {
        if (entity) return (await records.list({ actor, entity, fields: ['id'], limit: 1 })).items.length > 0;
        return id === people.id ? hasColleagues(sql) : set[key] === true;
      };
      const [title, help] = [registry.text(actor.locale, key), registry.text(actor.locale, `${key}.help`)];
      return {
        id: key,
        icon,
        href,
        title,
        help,
        isDone: await has(),
        isNeeded: Boolean(entity) || id === people.id,
      };
    }),
  );
  const needed = items.filter(({ isNeeded }) => isNeeded);
  const isOpen = needed.some(({ isDone }) => !isDone);
  return {
    isOpen,
    isOver: needed.length > 0 && !isOpen,
    items: items.map(({ id, icon, href, title, help, isDone }) => ({ id, icon, href, title, help, isDone })),
  };
}

/** Whether it was put away: what a person's first page need not ask then. */
export const hasBegun = async (sql: Sql, user: string): Promise<boolean> =>
  (await readPreferences(sql, user))[hidden] === true;

/** The preference that puts it away; what was opened is kept under the id of the step. */
const hidden = 'begin.hidden';

async function hasColleagues(sql: Sql): Promise<boolean> {
  return (await sql`select 1 from core."user" limit 2`).length > 1;
}
