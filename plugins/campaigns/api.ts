/** What plugins that list `campaigns` in `uses` may call and extend. */
export type { Campaign } from './entities/campaign.ts';
export type { Segment } from './entities/segment.ts';
