import { AddressRefused, type PluginServices, type RecordData } from '../../../../core/index.ts';
import type { SocialWay } from './adapter.ts';

/** The way to an account's network; its secrets are read for this one act, and that is written down. */
export async function wayTo(
  plugin: PluginServices,
  account: RecordData,
  { idempotencyKey, signal }: { idempotencyKey: string; signal: AbortSignal },
): Promise<SocialWay> {
  const [token, address] = await Promise.all([
    secretOf(plugin, account, 'token'),
    secretOf(plugin, account, 'address'),
  ]);
  return {
    ...{ idempotencyKey, token, address },
    request: (input) => plugin.outgoing({ ...input, signal }),
  };
}

/** Read for one act, which is written down; nothing where it is not set. */
export const secretOf = async (
  plugin: PluginServices,
  account: RecordData,
  field: 'token' | 'address',
): Promise<string> => {
  if (!account[field]) return '';
  return (await plugin.reveal(plugin.self, { entity: 'social-account', id: account.id, field })) ?? '';
};

/** A network that is not there may be later; an address that may not be asked never is. */
export const isForGood = (error: unknown): boolean => error instanceof AddressRefused;
