/** The to-dos that a campaign has from its checklist. */
import { addDays, idOf, type RecordData, type RecordService, type Values } from '../../../core/index.ts';

const most = 500;

/** Those of its checklist that it does not have yet, by their names; with the campaign's owner where nobody is named. */
export async function addTodos(records: RecordService, campaign: RecordData): Promise<void> {
  const [items, known] = await Promise.all([
    records.find('checklist-item', { checklist: { eq: idOf(campaign['checklist']) } }, { limit: most }),
    records.find('campaign-check', { campaign: { eq: campaign.id } }, { limit: most }),
  ]);
  const names = new Set(known.map(({ name }) => name));
  const fresh = items.filter(({ name }) => !names.has(name));
  if (fresh.length === 0) return;
  await records.create(
    'campaign-check',
    fresh.map((item): Values => ({
      ...{ name: item['name'], campaign: campaign.id, dueDays: item['dueDays'] ?? null },
      due: dueOf(campaign['startDate'], item['dueDays']),
      responsible: idOf(item['responsible']) ?? idOf(campaign['owner']),
    })),
  );
}

/** To the new first day: those that are open and stand where the day before it had put them. */
export async function moveTodos(
  records: RecordService,
  campaign: RecordData,
  before: unknown,
): Promise<void> {
  const open = { campaign: { eq: campaign.id }, isDone: { eq: false }, dueDays: { ne: null } };
  const todos = await records.find('campaign-check', open, { limit: most });
  const moved = todos.filter((todo) => (todo['due'] ?? null) === dueOf(before, todo['dueDays']));
  if (moved.length === 0) return;
  await records.update(
    'campaign-check',
    moved.map(({ id, dueDays }) => ({ id, values: { due: dueOf(campaign['startDate'], dueDays) } })),
  );
}

/** Null where the campaign has no first day yet, or the to-do no time. */
export const dueOf = (start: unknown, days: unknown): string | null =>
  typeof start === 'string' && typeof days === 'number' ? addDays(start, days) : null;
