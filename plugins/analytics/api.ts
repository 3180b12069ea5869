/** What plugins that list `analytics` in `uses` may call and extend. */
export type { CustomerAnalysis } from './entities/customer-analysis.ts';
export { rfmSegments, type RfmSegment } from './models/rfm.ts';
