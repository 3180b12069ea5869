import { z } from 'zod';
import {
  defineTask,
  failure,
  idOf,
  ok,
  readMany,
  type TaskCall,
  type TaskResult,
  type InTransaction,
} from '../../../core/index.ts';
import { writeMails } from '../models/write-mails.ts';

/** Rendered and written in one step: about 100 ms of work, and memory for no more. */
const atOnce = 500;

/**
 * Writes a campaign's template to the next members of its audience, those after `after`. A flow asks until `after` comes
 * back empty; what was written and where it went on are in one transaction, so that nobody is left out or written twice.
 */
export const mailAudience = defineTask({
  id: 'campaigns.mail-audience',
  kind: 'transactional',
  input: z.object({ after: z.uuid().nullish() }),
  output: z.object({ after: z.uuid().nullable(), written: z.number().int() }),
  face: { icon: 'send', group: 'marketing' },
  async run(calls, services) {
    const results: TaskResult[] = [];
    for (const call of calls) results.push(await nextMembers(call, services));
    return results;
  },
});

async function nextMembers(
  { input, subject, flow, element, instance }: TaskCall<{ after?: string | null | undefined }>,
  { records, plugin, tx }: InTransaction,
): Promise<TaskResult> {
  const [campaign] = subject ? await records.read('campaign', [subject.id]) : [];
  const [audience, template] = [idOf(campaign?.['audience']), idOf(campaign?.['template'])];
  if (!campaign || !audience) return failure('campaign-audience-missing', 'It has no audience.', {});
  if (!template) return failure('campaign-template-missing', 'It has no template.', {});
  const page = { limit: atOnce, ...(input.after && { after: input.after }) };
  const ids = await plugin.members(audience, page, tx);
  const people = await readMany(records, 'contact', ids);
  const about = { campaign: campaign.id, template, flow, element, instance };
  const results = await writeMails(
    { records, plugin, tx },
    people.map((record) => ({
      ...{ template, about, purpose: String(campaign['purpose'] ?? 'news') },
      key: `campaign:${campaign.id}:${record.id}`,
      to: { entity: 'contact', record },
    })),
  );
  const wrong = results.find((result) => !result.ok && result.code !== 'address-missing');
  // A template that cannot be filled is not to be left half sent in silence.
  if (wrong && results.every((result) => !result.ok)) return wrong;
  return ok({
    after: ids.length < atOnce ? null : ids.at(-1),
    written: results.filter((result) => result.ok).length,
  });
}
