import { z } from 'zod';
import { globalSearch } from '../../search/global-search.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

export const searchRoutes = ({ records, registry }: Pick<Services, 'records' | 'registry'>): Route[] => [
  route({
    method: 'get',
    path: '/api/search',
    summary: 'Records of all entities by name, small mistakes forgiven',
    tag: 'records',
    permission: 'signed-in',
    query: z.object({
      q: z.string().max(200),
      entity: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({
      items: z.array(
        z.object({ entity: z.string(), id: z.uuid(), title: z.string().nullable(), score: z.number() }),
      ),
    }),
    run: async ({ actor, query: { q, entity, limit } }) => {
      const entities =
        entity === undefined ? registry.entities().map(({ id }) => id) : [registry.entity(entity).id];
      return reply(200, { items: await globalSearch(records, { actor, query: q, entities, limit }) });
    },
  }),
];
