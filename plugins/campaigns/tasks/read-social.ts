import { z } from 'zod';
import { defineTask, ok, recordId } from '../../../core/index.ts';
import { readReactions } from '../models/social/read-reactions.ts';

/** Asks the networks that tell it what people did with a post. */
export const readSocial = defineTask({
  id: 'campaigns.read-social',
  kind: 'external',
  input: z.object({ post: recordId('social-post') }),
  output: z.object({ likes: z.number().int(), shares: z.number().int(), replies: z.number().int() }),
  example: { likes: 12, shares: 3, replies: 1 },
  face: { icon: 'heart', group: 'marketing' },
  run: (calls, { plugin, signal, log }) => {
    const onError = (error: unknown): void => log('a network did not tell', { error: String(error) });
    return Promise.all(
      calls.map(async ({ input }) => ok(await readReactions(plugin, input.post, { signal, onError }))),
    );
  },
});
