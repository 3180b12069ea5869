import {
  dateTime,
  defineEntity,
  integer,
  longText,
  relation,
  select,
  text,
  url,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'planned', color: 'neutral' },
  { value: 'posted', color: 'good' },
  { value: 'trial', color: 'accent' },
  { value: 'failed', color: 'bad' },
  { value: 'removed', color: 'neutral' },
] as const;

/** An account that a post is for, what it says there where that differs, and what became of it. */
export const socialTarget = defineEntity({
  id: 'social-target',
  title: 'name',
  icon: 'share-2',
  fields: {
    /** The account's, as it was. */
    name: text({ max: 120 }),
    post: relation('social-post', { required: true }),
    account: relation('social-account', { required: true, onDelete: 'restrict' }),
    text: longText({ max: 10_000 }),
    state: select({ options: states, required: true, default: 'planned' }),
    reason: text({ max: 2_000 }),
    link: url(),
    /** What the network calls it. */
    networkId: text({ max: 200, isHidden: true }),
    postedAt: dateTime(),
    /** How often somebody asked for it once more. */
    tries: integer({ default: 0, isHidden: true }),
    likes: integer(),
    shares: integer(),
    replies: integer(),
  },
  indexes: [['account', 'postedAt']],
  uniques: { once: { fields: ['post', 'account'] } },
});
export type SocialTarget = RecordOf<typeof socialTarget>;
