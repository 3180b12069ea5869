import type { DemoServices } from '../../../core/index.ts';
import { campaigns, checks } from './campaigns.ts';
import { createChecklists, todosOf } from './checklists.ts';
import { createExperiments } from './experiments.ts';
import { createForms } from './forms.ts';
import { createPromotions } from './promotions.ts';
import { mailsSent } from './mails-sent.ts';
import { marketerOf, people } from './people.ts';
import { createSocial } from './social.ts';
import { segments } from './segments.ts';
import { templates, translations } from './templates.ts';

/** A marketer, whom she wants to reach, what she writes to them, and the campaigns, promotions, experiments, forms and social posts it is for. */
export async function demo(services: DemoServices): Promise<void> {
  const owner = marketerOf(await services.users(people));
  const marketer = services.as({ user: owner });
  const segmentIds = named(segments, await marketer.create('segment', segments));
  const templateIds = named(templates, await marketer.create('template', templates));
  await marketer.create(
    'template',
    Object.entries(translations).map(([name, values]) => ({ ...values, original: templateIds.get(name) })),
  );
  const checklistIds = await createChecklists(services);
  const planned = campaigns(services.now);
  const made = await marketer.create(
    'campaign',
    planned.map((values) => ({
      ...values,
      audience: segmentIds.get(values['audience']),
      template: templateIds.get(values['template']),
      checklist: checklistIds.get(values['checklist']),
    })),
  );
  await marketer.create('campaign-check', [
    ...checks.map((values) => ({ ...values, campaign: made[0] })),
    ...planned.flatMap(({ checklist, startDate }, nth) =>
      todosOf(String(checklist), { id: made[nth]!, startDate, owner }),
    ),
  ]);
  const contacts = (await services.find('contact', {}, { sort: ['createdAt'], limit: 200 })).map(
    ({ id }) => id,
  );
  await marketer.putOnList(segmentIds.get('Advisory board')!, contacts.slice(0, 12));
  await createPromotions(marketer, contacts);
  await createExperiments(marketer, contacts);
  await createForms(marketer, contacts);
  await mailsSent(marketer, made[0]!);
  await createSocial(services, { campaign: made[0]!, marketer });
}

const named = (all: readonly { name?: unknown }[], ids: readonly string[]): Map<unknown, string> =>
  new Map(all.map(({ name }, index) => [name, ids[index]!]));
