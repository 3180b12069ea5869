import { listMessages } from '../../channel/index.ts';
import type { Services } from '../../services.ts';
import { recordParams } from '../record-shapes.ts';
import { reply, route, type Route } from '../route.ts';

const most = 50;

/** What was written to somebody belongs to their page, for all who may read it; what it said, and where to, does not. */
export const recordMessageRoutes = ({ sql, records }: Pick<Services, 'sql' | 'records'>): Route[] => [
  route({
    method: 'get',
    path: '/api/records/{entity}/{id}/messages',
    summary: 'The latest messages about a record: what they are called and what became of them',
    tag: 'records',
    permission: 'signed-in',
    params: recordParams,
    run: async ({ actor, params: { entity, id } }) => {
      await records.read({ actor, entity, id, fields: [] });
      const { items } = await listMessages(sql, { record: id, limit: most });
      return reply(200, {
        items: items.map(({ id: message, channel, subject, state, sentAt, createdAt }) => ({
          ...{ id: message, channel, subject, state },
          at: sentAt ?? createdAt,
        })),
      });
    },
  }),
];
