import type { DemoServices, Values } from '../../../core/index.ts';
import { dueOf } from '../models/checklist.ts';

const lists: Readonly<Record<string, { about: string; items: Readonly<Record<string, number>> }>> = {
  'Product launch': {
    about: 'For whatever is sold for the first time.',
    items: {
      'Agree on price and first day of delivery with sales': -28,
      'Write the mails in both languages': -21,
      'Have the budget agreed to': -14,
      'Send a test to three colleagues, one of them on a phone': -7,
      'Tell sales and service whom they will hear from': -3,
      'Look at bounces and complaints': 2,
      'Look at the figures together': 14,
    },
  },
  'Trade fair': {
    about: 'Before, at and after a fair.',
    items: {
      'Invite customers of the region': -30,
      'Try the form of the stand on a tablet': -5,
      'Call those who left their address': 3,
    },
  },
};

/** Their ids by name. */
export async function createChecklists(services: DemoServices): Promise<Map<unknown, string>> {
  const names = Object.keys(lists);
  const ids = await services.create(
    'checklist',
    names.map((name) => ({ name, about: lists[name]!.about })),
  );
  await services.create(
    'checklist-item',
    names.flatMap((name, index) =>
      Object.entries(lists[name]!.items).map(([what, dueDays]): Values => ({
        name: what,
        dueDays,
        checklist: ids[index],
      })),
    ),
  );
  return new Map(names.map((name, index) => [name, ids[index]!]));
}

/** As a campaign has them that named its checklist: what the demo makes, nobody hears of. */
export const todosOf = (
  name: string,
  campaign: { id: string; startDate: unknown; owner: string },
): Values[] =>
  Object.entries(lists[name]?.items ?? {}).map(([what, dueDays]) => ({
    ...{ name: what, campaign: campaign.id, dueDays, responsible: campaign.owner },
    due: dueOf(campaign.startDate, dueDays),
  }));
