/** Posts to every account that has not got it yet, and writes what became of it. */
import type { Locale, PluginServices } from '../../../../core/index.ts';
import { secretOf } from './way-to.ts';
import { pictureOf, type Target, type WholePost } from './read-whole.ts';

type Sent = Awaited<ReturnType<PluginServices['deliver']>>;
type About = Readonly<Record<string, unknown>>;

export interface Posting {
  signal: AbortSignal;
  about: About;
}

export interface Posted {
  /** Where some have to be asked again: from then on, in milliseconds since 1970. */
  until: number | null;
  /** Account and reason of each that refused for good. */
  failed: string[];
}

/**
 * Asked again, it posts only where it has not. Each account alone: what one network refuses does not keep it from others.
 */
export async function postNow(plugin: PluginServices, whole: WholePost, posting: Posting): Promise<Posted> {
  const open = whole.targets.filter(
    ({ record }) => !['posted', 'trial', 'removed'].includes(String(record['state'])),
  );
  const tries = await nextTries(plugin, open);
  const sent = await Promise.all(
    open.map(async (target, index) =>
      plugin.deliver(
        messageOf(whole, target, {
          ...posting,
          tries: tries[index]!,
          receiver: await receiverOf(plugin, target),
        }),
        posting.signal,
      ),
    ),
  );
  const waiting = sent.flatMap((one) => (one.state === 'waiting' ? [one.until] : []));
  const isOver = waiting.length === 0;
  const records = plugin.records(plugin.self);
  const at = new Date(plugin.now()).toISOString();
  await records.update(
    'social-target',
    open.flatMap(({ record }, index) => {
      const values = valuesOf(plugin, sent[index]!, at);
      // What failed is written when nothing waits any more: until then it is the same try.
      return values['state'] === 'posted' || values['state'] === 'trial' || isOver
        ? [{ id: record.id, values }]
        : [];
    }),
  );
  const failed = open.flatMap(({ account }, index) => {
    const { state, reason } = valuesOf(plugin, sent[index]!, at);
    return state === 'failed' ? [`${String(account['name'])}: ${reason}`] : [];
  });
  return { until: isOver ? null : Math.min(...waiting), failed };
}

/** What failed before is a new message now, since it may have been changed; all else is the one it was. */
async function nextTries(plugin: PluginServices, open: readonly Target[]): Promise<number[]> {
  const tries = open.map(
    ({ record }) => Number(record['tries'] ?? 0) + (record['state'] === 'failed' ? 1 : 0),
  );
  const again = open.flatMap(({ record }, index) =>
    record['state'] === 'failed'
      ? [{ id: record.id, values: { state: 'planned', tries: tries[index] } }]
      : [],
  );
  await plugin.records(plugin.self).update('social-target', again);
  return tries;
}

type Receiver = Pick<Parameters<PluginServices['deliver']>[0], 'channel' | 'to'>;

/** By the adapter of its network, or straight to the address of a webhook. */
const receiverOf = async (plugin: PluginServices, { account, adapter }: Target): Promise<Receiver> =>
  adapter?.post
    ? { channel: 'social', to: account.id }
    : { channel: 'webhook', to: await secretOf(plugin, account, 'address') };

function messageOf(
  whole: WholePost,
  { record, account, text }: Target,
  { about, tries, receiver }: { about: About; tries: number; receiver: Receiver },
): Parameters<PluginServices['deliver']>[0] {
  const { post } = whole;
  const picture = pictureOf(whole);
  // The cast: the field has these choices.
  const language = account['language'] as Locale | null;
  return {
    key: `social:${record.id}:${tries}`,
    ...{ ...receiver, purpose: 'service', subject: String(post['name']), text },
    ...(language && { language }),
    ...(picture && {
      files: [
        { file: picture.id, name: String(post['pictureText'] || picture.name).replaceAll(/\s+/g, ' ') },
      ],
    }),
    ...{ about: { ...about, post: post.id }, record: { entity: 'social-post', id: post.id } },
  };
}

function valuesOf(plugin: PluginServices, sent: Sent, at: string): Record<string, unknown> {
  if (sent.state === 'waiting') return { reason: sent.detail };
  if (sent.state !== 'sent') {
    const said = sent.detail || plugin.text('en', `problem.${sent.reason || 'social-stopped'}`);
    return { state: 'failed', reason: said };
  }
  const { id, link, isTrial } = sent;
  return isTrial
    ? { state: 'trial', reason: null, postedAt: at }
    : { state: 'posted', reason: null, postedAt: at, link, networkId: id };
}
