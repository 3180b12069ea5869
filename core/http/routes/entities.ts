import { z } from 'zod';
import { lastChange, type DefinitionChange, type EntityDefinition } from '../../entity/index.ts';
import type { Services } from '../../services.ts';
import { entityInput, fieldsInput } from '../entity-shapes.ts';
import { entityDetail, planView, useView } from '../entity-view.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'entities';
const permission = 'entities.manage';
const id = z.object({ id: z.string().max(80) });

type EntityServices = Pick<Services, 'registry' | 'definitions' | 'uses' | 'sql'>;

export const entityRoutes = (services: EntityServices): Route[] => [
  ...readRoutes(services),
  ...createRoutes(services),
];

const readRoutes = ({ registry, definitions, uses, sql }: EntityServices): Route[] => [
  route({
    method: 'get',
    path: '/api/entities',
    summary: 'Every entity with its fields, as plugins declare them and admins made them',
    tag,
    permission,
    run: () => Promise.resolve(reply(200, { items: registry.entities() })),
  }),
  route({
    method: 'get',
    path: '/api/entities/{id}',
    summary: 'An entity for its builder: where each field comes from, where it is used, what can come back',
    tag,
    permission,
    params: id,
    run: async ({ actor, params }) => {
      const entity = registry.entity(params.id);
      const origin = definitions.origin(entity.id);
      const used = await uses.of(entity.id);
      const detail = entityDetail({ registry, locale: actor.locale, entity, origin, uses: used });
      return reply(200, { ...detail, lastChange: await lastChange(sql, entity.id) });
    },
  }),
  route({
    method: 'get',
    path: '/api/entities/{id}/uses',
    summary: 'Where an entity and its fields are used: screens, flows, roles, formulas, imports',
    tag,
    permission,
    params: id,
    query: z.object({ field: z.string().max(80).optional() }),
    run: async ({ actor, params, query }) => {
      const all = await uses.of(registry.entity(params.id).id);
      const wanted = query.field === undefined ? all : all.filter(({ field }) => field === query.field);
      return reply(200, { items: wanted.map((use) => useView({ registry, locale: actor.locale }, use)) });
    },
  }),
];

const createRoutes = ({ registry, definitions }: EntityServices): Route[] => {
  const applied = async (change: DefinitionChange, actor: { id: string; locale: 'en' | 'zh-CN' }) => {
    const plan = await definitions.plan(change);
    const row = await definitions.apply(change, actor.id);
    const { plan: steps } = planView({ registry, locale: actor.locale }, plan);
    return reply(201, { ...registry.entity(row.entity), plan: steps, change: row.id });
  };
  return [
    route({
      method: 'post',
      path: '/api/entities',
      summary: 'Make a new entity: a table of its own, with lists, records, rules and events at once',
      tag,
      permission,
      body: entityInput,
      run: ({ actor, body }) => applied({ kind: 'entity', definition: adminEntity(body) }, actor),
    }),
    route({
      method: 'post',
      path: '/api/entities/{id}/fields',
      summary: 'Add fields to an entity; on a plugin’s entity their names begin with x_',
      tag,
      permission,
      params: id,
      body: z.strictObject({ fields: fieldsInput }),
      run: ({ actor, params, body }) =>
        applied({ kind: 'fields', entity: params.id, fields: body.fields }, actor),
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
        return reply(200, planView({ registry, locale: actor.locale }, await definitions.plan(change)));
      },
    }),
  ];
};

const adminEntity = (input: z.output<typeof entityInput>): EntityDefinition => ({
  ...input,
  plugin: 'admin',
  search: input.search ?? [input.title],
});
