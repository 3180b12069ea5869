import { api, createRecord, deleteRecord, t, updateRecord, type RecordItem } from '../../../../web/index.ts';
import { countCharacters, wholeText } from '../../models/social/count-characters.ts';

export interface SocialTarget extends RecordItem {
  text: string | null;
  state: 'planned' | 'posted' | 'trial' | 'failed' | 'removed';
  reason: string | null;
  link: string | null;
  likes: number | null;
  shares: number | null;
  replies: number | null;
}

export interface SocialAccount {
  id: string;
  name: string;
  network: string;
  /** Null where what posts there is not installed. */
  limits: { characters: number; linkCharacters?: number; pictures: number } | null;
  can: { remove: boolean; reactions: boolean };
  target: SocialTarget | null;
}

export interface SocialPage {
  /** Its campaign wants somebody to say yes first. */
  isAgreed: boolean;
  accounts: SocialAccount[];
}

const path = (post: string): string => `/api/plugins/campaigns/social/${encodeURIComponent(post)}`;

export const readPage = (post: string): Promise<SocialPage> => api.get(path(post));
export const takeDown = (post: string, target: string): Promise<unknown> =>
  api.post(`${path(post)}/take-down`, { target });
export const askReactions = (post: string): Promise<unknown> => api.post(`${path(post)}/reactions`);

/** Whether a post goes to an account. */
export const choose = (post: string, { id, name, target }: SocialAccount): Promise<unknown> =>
  target
    ? deleteRecord('social-target', target.id)
    : createRecord('social-target', { post, account: id, name });

/** What it says there alone; null for what it says everywhere. */
export const sayThere = (target: SocialTarget, text: string | null): Promise<RecordItem> =>
  updateRecord('social-target', target, { text });

export interface Counted {
  whole: string;
  count: number;
  limit: number;
  isOver: boolean;
  words: string;
}

/** As it goes out to an account, counted as its network counts. */
export function counted(text: string, link: string, { limits }: SocialAccount): Counted {
  const whole = wholeText(text, link);
  const count = countCharacters(whole, limits ?? {});
  const limit = limits?.characters ?? 0;
  const isOver = count > limit;
  const words = isOver
    ? t('social.over', { count: count - limit, limit })
    : t('social.counted', { count, limit });
  return { whole, count, limit, isOver, words };
}
