import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'segments';
const permission = 'segments.manage';
const params = z.object({ id: z.uuid() });
const ids = z.array(z.uuid()).max(10_000);

/** A condition is checked where it is read: what is wrong with it comes with its place. */
export const segmentRoutes = ({ segments, registry }: Pick<Services, 'segments' | 'registry'>): Route[] => [
  route({
    method: 'post',
    path: '/api/segments/preview',
    summary: 'How many records a condition finds now, and some of them',
    tag,
    permission,
    body: z.object({ entity: z.string().max(80), condition: z.unknown() }),
    run: async ({ actor, body: { entity, condition } }) =>
      reply(200, await segments.preview({ actor, entity, condition })),
  }),
  route({
    method: 'get',
    path: '/api/segments',
    summary: 'Segments by name: the first of those that this actor may see',
    tag,
    permission: 'signed-in',
    query: z.object({
      entity: z.string().max(80).optional(),
      search: z.string().max(200).optional(),
      isList: z.literal('true').optional(),
    }),
    run: async ({ actor, query: { isList, ...query } }) => {
      const found = await segments.list(actor, { ...query, isList: isList === 'true' });
      return reply(200, {
        items: found.map(({ id, name, entity, key, members, condition }) => ({
          ...{ id, name, entity, key, members },
          isList: condition === null,
        })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/segments/{id}',
    summary: 'State of a segment: how many are in it, and since when that is known',
    tag,
    permission: 'signed-in',
    params,
    run: async ({ actor, params: { id } }) => {
      const { definedBy, condition, ...segment } = await segments.read(actor, id);
      const { name, entity, key, state, problem, members, builtAt } = segment;
      const field = registry.entity(definedBy).members?.condition;
      return reply(200, {
        ...{ id, name, entity, key, field, state, problem, members, builtAt },
        isList: condition === null,
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/segments/{id}/members',
    summary: 'Members of a segment that this actor may see',
    tag,
    permission: 'signed-in',
    params,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.uuid().optional(),
    }),
    run: async ({ actor, params: { id }, query: { limit, cursor } }) =>
      reply(200, await segments.members(actor, id, { limit, ...(cursor && { after: cursor }) })),
  }),
  route({
    method: 'post',
    path: '/api/segments/{id}/members',
    summary: 'Adds records to a list that people keep, and takes records off it',
    tag,
    permission,
    params,
    body: z.object({ add: ids.default([]), remove: ids.default([]) }),
    run: async ({ actor, params: { id }, body }) => {
      await segments.read(actor, id);
      return reply(200, await segments.change({ segment: id, ...body, actor: actor.userId ?? actor.id }));
    },
  }),
];
