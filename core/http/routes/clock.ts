import { z } from 'zod';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';
import { millisecondsOf } from './messages.ts';

/** Only under `RELATA_TEST_CLOCK=1`: otherwise the route does not exist. */
export const clockRoutes = ({
  config,
  clock,
  flows,
}: Pick<Services, 'config' | 'clock' | 'flows'>): Route[] => {
  if (!config.hasTestClock) return [];
  return [
    route({
      method: 'post',
      path: '/api/clock',
      summary: 'Moves the test clock and waits until everything due has run',
      tag: 'operations',
      permission: 'operations.clock',
      body: z.object({ advance: z.string() }),
      run: async ({ body }) => reply(200, await flows.advance(millisecondsOf(body.advance, clock.now()))),
    }),
  ];
};
