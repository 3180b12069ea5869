import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { parseDuration } from '../../flow/step/timer/parse-duration.ts';
import { addDuration } from '../../flow/step/timer/add-duration.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { variables } from './flow-shapes.ts';

const name = z.string().min(1).max(200);

export const messageRoutes = ({ flows, clock }: Pick<Services, 'flows' | 'clock'>): Route[] => [
  route({
    method: 'post',
    path: '/api/messages',
    summary: 'Publishes a message to the one instance that waits for it, or keeps it',
    tag: 'messages',
    permission: 'flows.operate',
    body: z.object({
      name,
      correlationKey: z.union([z.string().max(500), z.number().transform(String)]).optional(),
      variables: variables.default({}),
      ttl: z.string().optional(),
      messageId: z.string().min(1).max(200).optional(),
    }),
    run: async ({ actor, body: { ttl, ...message } }) =>
      reply(
        202,
        await flows.publish({ actor, ...message, keepFor: ttl ? millisecondsOf(ttl, clock.now()) : 0 }),
      ),
  }),
  route({
    method: 'post',
    path: '/api/signals',
    summary: 'Broadcasts a signal',
    tag: 'messages',
    permission: 'flows.operate',
    body: z.object({ name, variables: variables.default({}) }),
    run: async ({ actor, body }) => reply(202, await flows.broadcast({ actor, ...body })),
  }),
];

/** An ISO 8601 duration from `now` on, in milliseconds. Problem `duration-invalid` (422). */
export function millisecondsOf(text: string, now: number): number {
  const duration = parseDuration(text);
  if (duration === null)
    throw new Problem({ status: 422, code: 'duration-invalid', params: { value: text } });
  return addDuration(now, duration, 'UTC') - now;
}
