import { idOf, readOne, type Actor, type PluginServices } from '../../../core/index.ts';

/** Members of its audience by what keeps a mail from them. */
export type Reach = Awaited<ReturnType<PluginServices['messages']['standing']>>;

/** Null without an audience. Problem `not-found` where the actor does not see the campaign. */
export async function campaignReach(
  { records, messages }: PluginServices,
  actor: Actor,
  id: string,
): Promise<Reach | null> {
  const campaign = await readOne(records(actor), 'campaign', id);
  const audience = idOf(campaign['audience']);
  if (!audience) return null;
  const purpose = String(campaign['purpose'] ?? 'news');
  return await messages.standing({ segment: audience, field: 'email', channel: 'email', purpose });
}
