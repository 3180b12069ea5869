import type { PluginServices, Route } from '../../core/index.ts';
import { campaignResultRoutes } from './routes/campaign-results.ts';
import { experimentRoutes } from './routes/experiments.ts';
import { formRoutes } from './routes/forms.ts';
import { holdOutRoutes } from './routes/hold-out.ts';
import { promotionCodeRoutes } from './routes/promotion-codes.ts';
import { promotionRoutes } from './routes/promotions.ts';
import { socialRoutes } from './routes/social.ts';

export const routes = (services: PluginServices): Route[] => [
  ...campaignResultRoutes(services),
  ...experimentRoutes(services),
  ...holdOutRoutes(services),
  ...promotionRoutes(services),
  ...promotionCodeRoutes(services),
  ...formRoutes(services),
  ...socialRoutes(services),
];
