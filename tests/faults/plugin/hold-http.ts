import { setImmediate as later } from 'node:timers/promises';
import { z } from 'zod';
import { reply, route } from '../../../core/index.ts';

/** Holds the HTTP thread for good, some time after it was asked. */
export const holdHttp = route({
  method: 'post',
  path: '/api/plugins/faults/hold/{what}',
  summary: 'Never answers, nor lets others answer',
  tag: 'faults',
  permission: 'signed-in',
  params: z.object({ what: z.string() }),
  run: async () => {
    await later();
    for (let isDone = false; !isDone;) isDone = Date.now() < 0;
    return reply(204);
  },
});
