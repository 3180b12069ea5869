/** What plugins that list `campaigns` in `uses` may call and extend. */
export type { Campaign } from './entities/campaign.ts';
/** Another social network is brought by `offers: { [socialPlace]: [adapter] }` of a plugin. */
export { socialPlace, type SocialAdapter } from './models/social/adapter.ts';
export type { Segment } from './entities/segment.ts';
