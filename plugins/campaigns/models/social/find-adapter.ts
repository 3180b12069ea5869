import type { PluginServices } from '../../../../core/index.ts';
import { socialPlace, type SocialAdapter } from './adapter.ts';
import { mastodon } from './mastodon.ts';
import { webhook } from './webhook.ts';

/** What posts for an account; undefined where the plugin that brought it is gone. */
export function findAdapter(
  plugin: Pick<PluginServices, 'offered'>,
  account: Readonly<Record<string, unknown>>,
): SocialAdapter | undefined {
  const name = account['network'] === 'other' ? account['adapter'] : account['network'];
  return adapters(plugin).find(({ network }) => network === name);
}

// The cast: the plugin's api tells others what belongs at this place.
export const adapters = (plugin: Pick<PluginServices, 'offered'>): SocialAdapter[] => [
  ...[webhook, mastodon],
  ...(plugin.offered(socialPlace) as SocialAdapter[]),
];
