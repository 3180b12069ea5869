import { z } from 'zod';
import { mostMerged } from '../../entity/merge/merge-records.ts';
import type { Services } from '../../services.ts';
import { entityParams, recordBody, recordResponse } from '../record-shapes.ts';
import { reply, route, type Route } from '../route.ts';

const mergeBody = z.strictObject({
  into: z.uuid(),
  from: z.array(z.uuid()).min(1).max(mostMerged),
  values: recordBody.optional(),
});

export const mergeRoutes = ({ records }: Pick<Services, 'records'>): Route[] => [
  route({
    method: 'post',
    path: '/api/records/{entity}/merge',
    summary: 'Make one record of several; `cause` takes it back with `POST /api/undo`',
    tag: 'records',
    permission: 'signed-in',
    params: entityParams,
    body: mergeBody,
    response: z.object({ record: recordResponse, cause: z.string() }),
    run: async ({ actor, params: { entity }, body, requestId }) => {
      const { id, version } = await records.merge({ actor, entity, ...body, cause: { request: requestId } });
      const [record] = await records.readMany({ actor, entity, ids: [id] });
      return reply(200, { record: record ?? { id, version }, cause: requestId }, { etag: `"${version}"` });
    },
  }),
];
