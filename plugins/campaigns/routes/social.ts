import { z } from 'zod';
import {
  idOf,
  Problem,
  readOne,
  reply,
  route,
  type Actor,
  type PluginServices,
  type Route,
} from '../../../core/index.ts';
import { adapters, findAdapter } from '../models/social/find-adapter.ts';
import { readWhole } from '../models/social/read-whole.ts';
import { readReactions } from '../models/social/read-reactions.ts';
import { takeDown } from '../models/social/take-down.ts';

const base = '/api/plugins/campaigns/social';
const params = z.object({ post: z.uuid() });

/** What the page of a post needs beside the record, and what one does there. */
export const socialRoutes = (plugin: PluginServices): Route[] => [
  route({
    method: 'get',
    path: `${base}/{post}`,
    summary:
      'Accounts a post can go to with what their networks allow, and whether its campaign wants it agreed',
    tag: 'campaigns',
    permission: 'campaigns.social',
    params,
    run: async ({ actor, params: { post } }) => reply(200, await pageOf(plugin, actor, post)),
  }),
  route({
    method: 'post',
    path: `${base}/{post}/take-down`,
    summary: 'Takes a post down from one of its accounts, where the network can',
    tag: 'campaigns',
    permission: 'campaigns.social',
    params,
    body: z.object({ target: z.uuid() }),
    run: async ({ actor, params: { post }, body: { target } }) => {
      await readOne(plugin.records(actor), 'social-post', post);
      await takeDown(plugin, { post, target });
      return reply(204);
    },
  }),
  route({
    method: 'post',
    path: `${base}/{post}/reactions`,
    summary: 'Asks the networks what people did with a post',
    tag: 'campaigns',
    permission: 'campaigns.social',
    params,
    run: async ({ actor, params: { post } }) => {
      await readOne(plugin.records(actor), 'social-post', post);
      return reply(200, await ask(plugin, post));
    },
  }),
];

/** Whoever asks by hand is told of the first network that does not answer. */
const ask = (plugin: PluginServices, post: string) =>
  readReactions(plugin, post, {
    signal: AbortSignal.timeout(20_000),
    onError: (error) => {
      if (error instanceof Problem) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem({ status: 502, code: 'social-silent', params: { reason } });
    },
  });

async function pageOf(plugin: PluginServices, actor: Actor, id: string) {
  await readOne(plugin.records(actor), 'social-post', id);
  const [whole, accounts] = await Promise.all([
    readWhole(plugin, id),
    plugin.records(actor).find('social-account', {}, { sort: ['name'], limit: 100 }),
  ]);
  const targets = whole?.targets ?? [];
  return {
    isAgreed: whole?.isAgreed ?? false,
    networks: adapters(plugin).map(({ network, label }) => ({ network, label })),
    accounts: accounts.map((account) => {
      const adapter = findAdapter(plugin, account);
      const target = targets.find(({ account: other }) => other.id === account.id)?.record;
      return {
        ...{ id: account.id, name: account['name'], language: account['language'] ?? null },
        network: adapter?.label ?? String(account['adapter'] ?? ''),
        limits: adapter
          ? { ...adapter.limits, characters: account['characters'] ?? adapter.limits.characters }
          : null,
        can: { remove: Boolean(adapter?.remove), reactions: Boolean(adapter?.reactions) },
        target: target ? { ...target, account: idOf(target['account']) } : null,
      };
    }),
  };
}
