import { notFound, type Actor, type PluginServices } from '../../../core/index.ts';

type Reach = Awaited<ReturnType<PluginServices['messages']['standing']>>;

/** Null without an audience. Problem `not-found` where the actor does not see the campaign. */
export async function campaignReach(
  { records, messages }: PluginServices,
  actor: Actor,
  id: string,
): Promise<Reach | null> {
  const [campaign] = await records(actor).read('campaign', [id]);
  if (!campaign) throw notFound('campaign', id);
  // The cast: a relation reads as a reference.
  const audience = campaign['audience'] as { id: string } | null | undefined;
  if (!audience) return null;
  const purpose = String(campaign['purpose'] ?? 'news');
  return await messages.standing({ segment: audience.id, field: 'email', channel: 'email', purpose });
}
