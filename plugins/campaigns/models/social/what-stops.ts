import { pictureOf, type Target, type WholePost } from './read-whole.ts';

/** Why a post cannot go out as it is: a text key below `problem`. */
export interface Stop {
  code: string;
  params?: Record<string, unknown>;
}

/** The first thing that stands in its way; null where nothing does. */
export function whatStops(whole: WholePost): Stop | null {
  const { post, targets } = whole;
  if (targets.length === 0) return { code: 'social-no-account' };
  if (!post['plannedFor']) return { code: 'social-no-time' };
  for (const target of targets) {
    const stop = ofTarget(whole, target);
    if (stop) return stop;
  }
  return null;
}

function ofTarget(whole: WholePost, { account, adapter, text, count, limit }: Target): Stop | null {
  const params = { account: String(account['name']), count, limit };
  if (!adapter) return { code: 'social-network-unknown', params };
  if (adapter.needs.includes('address') && !account['address']) return { code: 'social-no-address', params };
  if (adapter.needs.includes('token') && !account['token']) return { code: 'social-no-token', params };
  if (text.trim() === '') return { code: 'social-no-text', params };
  if (count > limit) return { code: 'social-long', params };
  const picture = pictureOf(whole);
  const { pictures, pictureBytes, pictureTypes } = adapter.limits;
  if (picture && (pictures === 0 || picture.size > pictureBytes || !pictureTypes.includes(picture.type)))
    return {
      code: 'social-picture',
      params: { ...params, megabytes: pictureBytes / 1_000_000 },
    };
  return null;
}
