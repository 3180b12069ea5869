import type { Services } from '../../services.ts';
import { readPerson } from '../../identity/index.ts';
import { metaFor } from '../../screen/meta.ts';
import type { Locale, Registry } from '../../registry.ts';
import { jsonSchema } from '../openapi.ts';
import { reply, route, type Route } from '../route.ts';

export const metaRoutes = ({
  sql,
  registry,
  access,
  identity,
}: Pick<Services, 'sql' | 'registry' | 'access' | 'identity'>): Route[] => [
  route({
    method: 'get',
    path: '/api/meta',
    summary: 'Entities, screens, task types and texts, as far as this actor may see them',
    tag: 'meta',
    permission: 'signed-in',
    run: async ({ actor }) => {
      const person = actor.userId ? await readPerson(sql, actor.userId) : null;
      return reply(
        200,
        metaFor({
          actor,
          email: person?.email ?? null,
          company: await identity.company(),
          registry,
          access,
          taskSchema: (task, locale) => taskSchema({ registry, task, locale }),
        }),
      );
    },
  }),
];

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
