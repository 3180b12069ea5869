import { notFound, Problem, type PluginServices } from '../../../../core/index.ts';
import { readWhole } from './read-whole.ts';
import { wayTo } from './way-to.ts';

/** Takes a post down from one of its accounts. Problems 409 where it is not there, or its network cannot. */
export async function takeDown(
  plugin: PluginServices,
  { post, target: id }: { post: string; target: string },
): Promise<void> {
  const whole = await readWhole(plugin, post);
  const target = whole?.targets.find(({ record }) => record.id === id);
  if (!target) throw notFound('social-target', id);
  const { record, account, adapter } = target;
  const params = { account: String(account['name']) };
  if (record['state'] !== 'posted') throw new Problem({ status: 409, code: 'social-not-posted', params });
  if (!adapter?.remove || !record['networkId'])
    throw new Problem({ status: 409, code: 'social-stays', params });
  const way = await wayTo(plugin, account, {
    idempotencyKey: `social-remove:${record.id}`,
    signal: AbortSignal.timeout(20_000),
  });
  try {
    await adapter.remove(String(record['networkId']), way);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem({ status: 502, code: 'social-not-removed', params: { ...params, reason } });
  }
  await plugin
    .records(plugin.self)
    .update('social-target', [{ id, values: { state: 'removed', link: null } }]);
}
