/** What plugins that list `sales` in `uses` may call and extend. */
export { stageIds, type Opportunity, type Stage } from './entities/opportunity.ts';
export type { Product } from './entities/product.ts';
