import type { PluginServices } from '../../../../core/index.ts';
import type { SocialReactions } from './adapter.ts';
import { readWhole, type Target } from './read-whole.ts';
import { wayTo } from './way-to.ts';

interface Asking {
  signal: AbortSignal;
  /** A network that did not answer: what is known of it stays. */
  onError(error: unknown): void;
}

/** Asks, writes and adds up. A network that does not tell counts nothing. */
export async function readReactions(
  plugin: PluginServices,
  post: string,
  { signal, onError }: Asking,
): Promise<SocialReactions> {
  const sum = { likes: 0, shares: 0, replies: 0 };
  const whole = await readWhole(plugin, post);
  for (const target of whole?.targets ?? []) {
    const found = await ask(plugin, target, signal).catch(onError);
    if (!found) continue;
    await plugin
      .records(plugin.self)
      .update('social-target', [{ id: target.record.id, values: { ...found } }]);
    sum.likes += found.likes;
    sum.shares += found.shares;
    sum.replies += found.replies;
  }
  return sum;
}

async function ask(
  plugin: PluginServices,
  { record, account, adapter }: Target,
  signal: AbortSignal,
): Promise<SocialReactions | null> {
  if (record['state'] !== 'posted' || !record['networkId'] || !adapter?.reactions) return null;
  const way = await wayTo(plugin, account, { idempotencyKey: `social-read:${record.id}`, signal });
  return await adapter.reactions(String(record['networkId']), way);
}
