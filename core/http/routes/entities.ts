import { z } from 'zod';
import type { DefinitionChange, EntityDefinition, EntityPlan } from '../../entity/index.ts';
import type { Services } from '../../services.ts';
import { entityInput, fieldsInput } from '../entity-shapes.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'entities';
const permission = 'entities.manage';
const id = z.object({ id: z.string().max(80) });

type EntityServices = Pick<Services, 'registry' | 'definitions'>;

export const entityRoutes = ({ registry, definitions }: EntityServices): Route[] => [
  route({
    method: 'get',
    path: '/api/entities',
    summary: 'Every entity with its fields, as plugins declare them and admins made them',
    tag,
    permission,
    run: () => Promise.resolve(reply(200, { items: registry.entities() })),
  }),
  route({
    method: 'post',
    path: '/api/entities',
    summary: 'Make a new entity: a table of its own, with lists, records, rules and events at once',
    tag,
    permission,
    body: entityInput,
    run: async ({ actor, body }) => {
      const change: DefinitionChange = { kind: 'entity', definition: adminEntity(body) };
      const plans = await definitions.apply(change, actor.id);
      return reply(201, { ...registry.entity(body.id), plan: planView(registry, plans, actor.locale) });
    },
  }),
  route({
    method: 'post',
    path: '/api/entities/{id}/fields',
    summary: 'Add fields to an entity; on a plugin’s entity their names begin with x_',
    tag,
    permission,
    params: id,
    body: z.strictObject({ fields: fieldsInput }),
    run: async ({ actor, params, body }) => {
      const change: DefinitionChange = { kind: 'fields', entity: params.id, fields: body.fields };
      const plans = await definitions.apply(change, actor.id);
      return reply(201, { ...registry.entity(params.id), plan: planView(registry, plans, actor.locale) });
    },
  }),
  route({
    method: 'post',
    path: '/api/entities/plan',
    summary: 'What making an entity or fields would do, without doing it',
    tag,
    permission,
    body: z.union([
      z.strictObject({ entity: entityInput }),
      z.strictObject({ id: z.string().max(80), fields: fieldsInput }),
    ]),
    run: async ({ actor, body }) => {
      const change: DefinitionChange =
        'entity' in body
          ? { kind: 'entity', definition: adminEntity(body.entity) }
          : { kind: 'fields', entity: body.id, fields: body.fields };
      return reply(200, { plan: planView(registry, await definitions.plan(change), actor.locale) });
    },
  }),
];

const adminEntity = (input: z.output<typeof entityInput>): EntityDefinition => ({
  ...input,
  plugin: 'admin',
  search: input.search ?? [input.title],
});

/** Each step as a sentence. */
const planView = (
  registry: Services['registry'],
  plans: readonly EntityPlan[],
  locale: 'en' | 'zh-CN',
): unknown[] =>
  plans.flatMap(({ steps }) =>
    steps.map((step) => ({
      kind: step.kind,
      isBreaking: step.isBreaking ?? false,
      text: registry.text(locale, `plan.${step.kind}`, step.params),
    })),
  );
