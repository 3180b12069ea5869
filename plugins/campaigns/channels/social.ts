import type { Channel, Delivery, Message, PluginServices } from '../../../core/index.ts';
import { findAdapter } from '../models/social/find-adapter.ts';
import { isForGood, wayTo } from '../models/social/way-to.ts';

type Options = Parameters<Channel['deliver']>[1];

/** To an account of a social network, named by its id: what it says is posted there by the network's adapter. */
export const socialChannel = (plugin: PluginServices): Channel => ({
  id: 'social',
  refuses: (recipient) => (/^[0-9a-f-]{36}$/.test(recipient) ? undefined : 'social-account-unknown'),
  async names(recipients) {
    const accounts = await plugin.records(plugin.self).read('social-account', recipients);
    return new Map(accounts.flatMap((account) => (account ? [[account.id, String(account['name'])]] : [])));
  },
  async deliver(message, options) {
    try {
      return await post(plugin, message, options);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return isForGood(error)
        ? { ok: false, isFinal: true, detail: `${detail} is a private address.` }
        : { ok: false, isFinal: false, detail };
    }
  },
});

async function post(plugin: PluginServices, message: Message, options: Options): Promise<Delivery> {
  const [account] = await plugin.records(plugin.self).read('social-account', [message.to]);
  const adapter = account && findAdapter(plugin, account);
  if (!account || !adapter?.post)
    return { ok: false, isFinal: true, detail: 'The account or its network is no more.' };
  const { text, language, attachments: pictures = [] } = message;
  return adapter.post(
    { text, pictures, ...(language && { language }) },
    await wayTo(plugin, account, options),
  );
}
