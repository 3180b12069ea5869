import { z } from 'zod';
import {
  defineTask,
  failure,
  later,
  ok,
  recordId,
  type PluginServices,
  type TaskCall,
  type TaskResult,
} from '../../../core/index.ts';
import { postNow } from '../models/social/post-now.ts';
import { readWhole } from '../models/social/read-whole.ts';
import { whatStops } from '../models/social/what-stops.ts';

/**
 * Puts a post into the networks of its accounts, through the outbox: into each once, however often it is asked. What one
 * network refuses does not keep it from the others; then the step fails, and asked again it tries those alone.
 */
export const postSocial = defineTask({
  id: 'campaigns.post-social',
  kind: 'external',
  input: z.object({ post: recordId('social-post') }),
  output: z.object({ posted: z.number().int() }),
  example: { posted: 1 },
  face: { icon: 'share-2', group: 'marketing' },
  run: (calls, { plugin, signal }) => Promise.all(calls.map((call) => post(plugin, call, signal))),
});

async function post(
  plugin: PluginServices,
  { input, instance, flow, element }: TaskCall<{ post: string }>,
  signal: AbortSignal,
): Promise<TaskResult> {
  const whole = await readWhole(plugin, input.post);
  if (!whole) return failure('not-found', 'There is no such post.', { what: 'social-post', id: input.post });
  const stop = whatStops(whole);
  const done = stop
    ? { until: null, failed: [plugin.text('en', `problem.${stop.code}`, stop.params)] }
    : await postNow(plugin, whole, { signal, about: { instance, flow, element } });
  if (done.until !== null) return later(done.until, 'A network is to be asked again.');
  const isPosted = done.failed.length === 0;
  const reason = isPosted ? null : done.failed.join('\n').slice(0, 2_000);
  const values = isPosted
    ? { status: 'posted', reason, postedAt: new Date(plugin.now()).toISOString() }
    : { status: 'failed', reason };
  await plugin.records(plugin.self).update('social-post', [{ id: input.post, values }]);
  return isPosted
    ? ok({ posted: whole.targets.length })
    : failure('social-refused', done.failed.join(' '), { reason });
}
