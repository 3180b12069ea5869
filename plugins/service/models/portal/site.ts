/** The page on which the portal stands: our own. */
import type { Route } from '../../../../core/index.ts';

export const ownSite = 'own';

export const siteOrigins: NonNullable<Route['origins']> = ({ site }) =>
  Promise.resolve(site === ownSite ? [] : null);
