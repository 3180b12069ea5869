import { z } from 'zod';
import { may, type Actor } from '../../access/index.ts';
import { readChoices, type Choices } from '../../choice/index.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { readPerson } from '../../identity/index.ts';
import { hasBegun, readNavigation } from '../../screen/index.ts';
import { fieldMeta, metaFor } from '../../screen/meta.ts';
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
      const choices = await readChoices(plugin, actor.locale);
      return reply(
        200,
        metaFor({
          actor,
          email: person?.email ?? null,
          hasBegun: begun,
          company: await identity.company(),
          choices,
          registry,
          access,
          screens,
          navigation: await readNavigation(sql),
          taskSchema: (task, locale) => taskSchema({ registry, choices, task, locale }),
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

interface SchemaInput {
  registry: Registry;
  choices: Choices;
  task: string;
  locale: Locale;
}

/**
 * The task's schemas as JSON Schema, in the reader's language: each property has its `title`, and its `options` where
 * what it may be is known.
 */
function taskSchema(input: SchemaInput): { input: unknown; output: unknown } {
  const { registry, task, locale } = input;
  const type = registry.tasks.get(task)!;
  const [plugin, ...rest] = task.split('.');
  const words = (values: unknown, key: string): unknown =>
    Array.isArray(values)
      ? values.map((value) => ({ value, label: registry.find(locale, `${key}.${value}`) }))
      : undefined;
  const worded = (side: 'input' | 'output'): unknown => {
    const schema = jsonSchema(type[side]);
    for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Properties)) {
      const key = `${plugin}.task.${rest.join('.')}.${side}.${name}`;
      property['title'] = registry.find(locale, key) ?? name;
      const options = optionsOf(input, property) ?? words(property['enum'], key);
      if (options) property['options'] = options;
    }
    return schema;
  };
  return { input: worded('input'), output: worded('output') };
}

/** What a property may be by data: `from` a source of choices, or the `optionsOf` a field, written `entity.field`. */
function optionsOf({ registry, choices, locale }: SchemaInput, property: Properties[string]): unknown {
  const { from, optionsOf: path } = property;
  if (typeof from === 'string') return choices.get(from)?.options;
  if (typeof path !== 'string') return undefined;
  const [of = '', id = ''] = path.split('.');
  const entity = registry.hasEntity(of) ? registry.entity(of) : undefined;
  const field = entity?.fields[id];
  return entity && field && fieldMeta({ registry, locale, entity, id, field, access: 'read' })['options'];
}
