/** The page on which portal or chat stand: our own, or one of a website that somebody named. */
import {
  idOf,
  notFound,
  Problem,
  type Locale,
  type PluginServices,
  type Route,
} from '../../../../core/index.ts';
import { portalPath } from './portal-page.ts';

const ownSite = 'own';

export interface Site {
  queue: string | null;
  origins: readonly string[];
  /** Empty where the widget has its own. */
  greeting: Record<Locale, string>;
}

const own: Site = { queue: null, origins: [], greeting: { en: '', 'zh-CN': '' } };

/** Problems 404, and `service-site-off` (409) where it was switched off. */
export async function siteOf(services: PluginServices, key: string): Promise<Site> {
  const site = await findSite(services, key);
  if (!site) throw notFound('service-site', key);
  if (!site.isActive) throw new Problem({ status: 409, code: 'service-site-off' });
  return site;
}

/** Pages that may show a site's widgets, for `Route.origins`: null where there is no such site. */
export const siteOrigins =
  (services: PluginServices): NonNullable<Route['origins']> =>
  async ({ site = '' }) =>
    (await findSite(services, site))?.origins ?? null;

/** Where a link out of a mail leads: the page it was asked from, where it may be; else ours. */
export function pageFor(services: PluginServices, site: Site, page: string | undefined): string {
  const isAllowed = page && URL.canParse(page) && site.origins.includes(new URL(page).origin);
  return isAllowed ? page.replace(/#.*$/, '') : `${services.url}${portalPath}`;
}

async function findSite(
  services: PluginServices,
  key: string,
): Promise<(Site & { isActive: boolean }) | null> {
  if (key === ownSite) return { ...own, isActive: true };
  const records = services.records(services.self);
  const [site] = await records.find('service-site', { key: { eq: key } }, { limit: 1 });
  if (!site) return null;
  return {
    isActive: site['isActive'] !== false,
    queue: idOf(site['queue']),
    // The cast: tags are texts.
    origins: (site['origins'] ?? []) as string[],
    greeting: { en: String(site['greeting'] ?? ''), 'zh-CN': String(site['greetingZh'] ?? '') },
  };
}
