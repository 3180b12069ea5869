import {
  dateTime,
  defineEntity,
  file,
  longText,
  relation,
  select,
  text,
  url,
  type RecordOf,
} from '../../../core/index.ts';

const states = [
  { value: 'draft', color: 'neutral' },
  { value: 'review', color: 'warn' },
  { value: 'planned', color: 'accent' },
  { value: 'posted', color: 'good' },
  { value: 'failed', color: 'bad' },
] as const;

/** What is said in social networks, when, and for which campaign. */
export const socialPost = defineEntity({
  id: 'social-post',
  title: 'name',
  icon: 'message-square-share',
  search: ['name', 'text'],
  owner: true,
  fields: {
    name: text({ required: true, max: 200 }),
    status: select({ options: states, required: true, default: 'draft' }),
    campaign: relation('campaign', { onDelete: 'clear' }),
    plannedFor: dateTime(),
    text: longText({ max: 10_000 }),
    link: url(),
    picture: file({ max: 8, accept: ['image/*'] }),
    /** For people who do not see it. */
    pictureText: text({ max: 1_000 }),
    /** Why it failed, or was given back. */
    reason: text({ max: 2_000 }),
    postedAt: dateTime(),
  },
  indexes: [['status', 'plannedFor'], ['plannedFor'], ['campaign', 'plannedFor']],
});
export type SocialPost = RecordOf<typeof socialPost>;
