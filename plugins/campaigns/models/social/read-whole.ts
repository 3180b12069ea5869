import {
  idOf,
  readMany,
  type FileValue,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../../core/index.ts';
import type { SocialAdapter } from './adapter.ts';
import { countCharacters, wholeText } from './count-characters.ts';
import { findAdapter } from './find-adapter.ts';

/** A post with the accounts it is for. */
export interface WholePost {
  post: RecordData;
  /** Its campaign wants somebody to say yes first. */
  isAgreed: boolean;
  targets: Target[];
}

export interface Target {
  record: RecordData;
  account: RecordData;
  adapter: SocialAdapter | undefined;
  /** As it goes out there. */
  text: string;
  count: number;
  limit: number;
}

/** Read as the plugin itself: what is sent does not depend on who looks. Null where there is no such post. */
export async function readWhole(
  plugin: PluginServices,
  id: string,
  tx?: Transaction,
): Promise<WholePost | null> {
  const records = plugin.records(plugin.self, tx);
  const [post] = await records.read('social-post', [id]);
  if (!post) return null;
  const targets = await records.find('social-target', { post: { eq: id } }, { sort: ['name'], limit: 50 });
  const [accounts, [campaign]] = await Promise.all([
    records.read(
      'social-account',
      targets.map((target) => idOf(target['account']) ?? ''),
    ),
    readMany(records, 'campaign', [idOf(post['campaign'])]),
  ]);
  return {
    post,
    isAgreed: campaign?.['approvesPosts'] === true,
    targets: targets.flatMap((record, index) => {
      const account = accounts[index];
      return account ? [targetOf(plugin, { post, record, account })] : [];
    }),
  };
}

function targetOf(
  plugin: PluginServices,
  { post, record, account }: { post: RecordData; record: RecordData; account: RecordData },
): Target {
  const adapter = findAdapter(plugin, account);
  const text = wholeText(String(record['text'] || post['text'] || ''), String(post['link'] ?? ''));
  return {
    ...{ record, account, adapter, text },
    count: countCharacters(text, adapter?.limits ?? {}),
    limit: Number(account['characters'] ?? adapter?.limits.characters ?? 0),
  };
}

// The cast: a file reads as what is known of it.
export const pictureOf = ({ post }: Pick<WholePost, 'post'>): FileValue | null =>
  (post['picture'] ?? null) as FileValue | null;
