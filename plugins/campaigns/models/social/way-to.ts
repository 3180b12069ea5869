import { AddressRefused, type PluginServices, type RecordData } from '../../../../core/index.ts';
import type { SocialWay } from './adapter.ts';

/** The way to an account's network; its token is read for this one act, and that is written down. */
export async function wayTo(
  plugin: PluginServices,
  account: RecordData,
  { idempotencyKey, signal }: { idempotencyKey: string; signal: AbortSignal },
): Promise<SocialWay> {
  const secret = { entity: 'social-account', id: account.id, field: 'token' };
  const token = account['token'] ? await plugin.reveal(plugin.self, secret) : null;
  return {
    ...{ idempotencyKey, token: token ?? '', address: String(account['address'] ?? '') },
    request: (input) => plugin.outgoing({ ...input, signal }),
  };
}

/** A network that is not there may be later; an address that may not be asked never is. */
export const isForGood = (error: unknown): boolean => error instanceof AddressRefused;
