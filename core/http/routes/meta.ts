import { z } from 'zod';
import { may, type Actor } from '../../access/index.ts';
import { readChoices } from '../../choice/index.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { readPerson } from '../../identity/index.ts';
import { hasBegun, readNavigation } from '../../screen/index.ts';
import { metaFor } from '../../screen/meta.ts';
import type { Locale, Registry } from '../../registry.ts';
import { jsonSchema } from '../openapi.ts';
import { reply, route, type Route } from '../route.ts';

export const metaRoutes = ({
  sql,
  registry,
  access,
  identity,
  screens,
  plugin,
}: Pick<Services, 'sql' | 'registry' | 'access' | 'identity' | 'screens' | 'plugin'>): Route[] => [
  route({
    method: 'get',
    path: '/api/meta',
    summary: 'Entities, screens, task types and texts, as far as this actor may see them',
    tag: 'meta',
    permission: 'signed-in',
    query: z.object({ role: z.string().max(120).optional() }),
    run: async ({ actor: asking, query }) => {
      const actor = query.role === undefined ? asking : inRole(registry, asking, query.role);
      await screens.refresh();
      const [person, begun] = actor.userId
        ? await Promise.all([readPerson(sql, actor.userId), hasBegun(sql, actor.userId)])
        : [null, true];
      return reply(
        200,
        metaFor({
          actor,
          email: person?.email ?? null,
          hasBegun: begun,
          company: await identity.company(),
          choices: await readChoices(plugin, actor.locale),
          registry,
          access,
          screens,
          navigation: await readNavigation(sql),
          taskSchema: (task, locale) => taskSchema({ registry, task, locale }),
        }),
      );
    },
  }),
];

/** Who manages screens may look at them as a person with one role alone would; the records stay their own. */
function inRole(registry: Registry, actor: Actor, id: string): Actor {
  if (!may(actor, 'screens.manage')) throw forbidden('screens.manage');
  const role = registry.roles.find((each) => each.id === id);
  if (!role) throw notFound('role', id);
  return { ...actor, roles: [id], permissions: new Set(role.permissions) };
}

type Properties = Record<string, Record<string, unknown>>;

/** The task's schemas as JSON Schema; each property's title is its text in the reader's language. */
function taskSchema({ registry, task, locale }: { registry: Registry; task: string; locale: Locale }): {
  input: unknown;
  output: unknown;
} {
  const type = registry.tasks.get(task)!;
  const [plugin, ...rest] = task.split('.');
  const titled = (side: 'input' | 'output'): unknown => {
    const schema = jsonSchema(type[side]);
    for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Properties))
      property['title'] = registry.find(locale, `${plugin}.task.${rest.join('.')}.${side}.${name}`) ?? name;
    return schema;
  };
  return { input: titled('input'), output: titled('output') };
}
