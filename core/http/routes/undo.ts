import { z } from 'zod';
import type { Services } from '../../services.ts';
import { problemDocument } from '../problem.ts';
import { recordBody } from '../record-shapes.ts';
import { reply, route, type Route } from '../route.ts';

const undoResponse = z.object({
  undone: z.number().int(),
  skipped: z.array(
    z.object({
      entity: z.string(),
      id: z.uuid(),
      title: z.unknown(),
      fields: z.array(z.string()),
      problem: recordBody.optional(),
    }),
  ),
  hidden: z.number().int(),
  cause: z.string(),
});

export const undoRoutes = ({ records, registry }: Pick<Services, 'records' | 'registry'>): Route[] => [
  route({
    method: 'post',
    path: '/api/undo',
    summary:
      'Take back what one of your requests of the last 24 hours changed, but for what was changed since',
    tag: 'records',
    permission: 'signed-in',
    body: z.strictObject({ cause: z.string().min(1).max(64) }),
    response: undoResponse,
    run: async ({ actor, body, requestId }) => {
      const { skipped, ...rest } = await records.undo({
        actor,
        of: body.cause,
        cause: { request: requestId },
      });
      return reply(200, {
        ...rest,
        skipped: skipped.map(({ problem, ...one }) => ({
          ...one,
          ...(problem && { problem: problemDocument(problem, actor.locale, registry) }),
        })),
        cause: requestId,
      });
    },
  }),
];
