import { defineEntity, integer, secret, select, text, type RecordOf } from '../../../core/index.ts';

/** Where one posts: an account in a social network, or an address that takes posts. */
export const socialAccount = defineEntity({
  id: 'social-account',
  title: 'name',
  icon: 'share-2',
  search: ['name'],
  fields: {
    name: text({ required: true, max: 120 }),
    network: select({ options: ['mastodon', 'webhook', 'other'], required: true, default: 'mastodon' }),
    /** Of an “other” network: as the plugin that brings it calls it. */
    adapter: text({ max: 40 }),
    /** Of the server; of a webhook it is what lets one post there. */
    address: secret({ isUrl: true, wasText: true }),
    token: secret(),
    language: select({ options: ['en', 'zh-CN'] }),
    /** Where it allows more or less than its network does by default. */
    characters: integer({ min: 1, max: 100_000 }),
  },
  indexes: [['name']],
});
export type SocialAccount = RecordOf<typeof socialAccount>;
