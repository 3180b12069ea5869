/** The figures of a campaign in sentences, so that nobody begins looking back with an empty page. */
import {
  idOf,
  type Locale,
  type Money,
  type PluginServices,
  type RecordData,
} from '../../../../core/index.ts';
import { campaignCompared, type CampaignCompared } from '../campaign-compared.ts';
import { campaignResults, type CampaignResults } from '../campaign-results.ts';
import { deliveredOf } from '../delivered.ts';
import { compareHoldOut } from '../hold-out/compare.ts';
import { readGroups } from '../hold-out/read-groups.ts';

type Say = (name: string, params?: Record<string, unknown>) => string;
interface Words {
  say: Say;
  number: (value: number) => string;
  percent: (part: number, of: number) => string;
  money: (value: Money) => string;
  sum: (all: readonly Money[]) => string;
}

/** Problem `not-found` where the campaign is no more. */
export async function whatFiguresSay(plugin: PluginServices, id: string): Promise<string> {
  const records = plugin.records(plugin.self);
  const [results, compared, [campaign], todos] = await Promise.all([
    campaignResults(plugin, plugin.self, id),
    campaignCompared(plugin, plugin.self, id),
    records.read('campaign', [id]),
    records.find('campaign-check', { campaign: { eq: id } }, { limit: 500 }),
  ]);
  const owner = idOf(campaign?.['owner']);
  const [person] = owner ? await plugin.people([owner]) : [];
  const words = wordsOf(plugin, person?.locale === 'zh-CN' ? 'zh-CN' : 'en');
  const done = todos.filter((todo) => todo['isDone']).length;
  return [
    ...aboutGoal(words, results),
    ...aboutMails(words, results),
    ...aboutMoney(words, results, campaign ?? null),
    ...aboutBefore(words, compared),
    ...(await aboutHoldOut(words, plugin, campaign ?? null)),
    ...(todos.length > 0 ? [words.say('todos', { done, all: todos.length })] : []),
  ].join('\n');
}

function aboutGoal({ say, number, money }: Words, { goal }: CampaignResults): string[] {
  if (!goal || goal.reached === null) return [say('goal.none')];
  const { figure, target, reached, currency } = goal;
  const amount = (value: number): string =>
    currency ? money({ amount: String(value), currency }) : number(value);
  const params = { figure: say(`figure.${figure}`), target: amount(target), reached: amount(reached) };
  return [
    reached >= target
      ? say('goal.reached', params)
      : say('goal.missed', { ...params, missing: amount(target - reached) }),
  ];
}

function aboutMails({ say, number, percent }: Words, { total }: CampaignResults): string[] {
  if (!total || total.wanted === 0) return [say('mails.none')];
  const { sent, opened, clicked, bounced, complained, refused } = total;
  const delivered = deliveredOf(total);
  return [
    say('mails', {
      ...{ sent: number(sent), opened: percent(opened, delivered), clicked: percent(clicked, delivered) },
    }),
    ...(bounced + complained + refused > 0
      ? [say('lost', { bounced: number(bounced), complained: number(complained), refused: number(refused) })]
      : []),
  ];
}

function aboutMoney(
  { say, number, money, sum }: Words,
  { sales, revenue }: CampaignResults,
  campaign: RecordData | null,
): string[] {
  // The casts: both fields hold money.
  const cost = campaign?.['cost'] as Money | null | undefined;
  const budget = campaign?.['budget'] as Money | null | undefined;
  const over = cost && budget?.currency === cost.currency ? Number(cost.amount) - Number(budget.amount) : 0;
  return [
    say('sales', { sales: number(sales), revenue: sum(revenue) }),
    cost ? say('cost', { cost: money(cost) }) : say('cost.none'),
    ...(cost && over > 0
      ? [say('cost.over', { over: money({ amount: String(over), currency: cost.currency }) })]
      : []),
  ];
}

function aboutBefore({ say, number, sum }: Words, compared: CampaignCompared | null): string[] {
  if (!compared?.reached) return [];
  const { now, before } = compared.reached;
  return [
    say('before', {
      ...{ days: compared.days, deals: number(now.deals), revenue: sum(now.revenue) },
      ...{ dealsBefore: number(before.deals), revenueBefore: sum(before.revenue) },
    }),
  ];
}

async function aboutHoldOut(
  { say, number }: Words,
  plugin: PluginServices,
  campaign: RecordData | null,
): Promise<string[]> {
  const journey = campaign?.['journey'];
  if (typeof journey !== 'string' || journey === '') return [];
  const { currency } = await plugin.company();
  const { reached, heldOut } = await readGroups(plugin.records(plugin.self), { journey, currency });
  const compared = compareHoldOut(reached, heldOut);
  if (!compared) return [say('holdOut.none')];
  const { value, low, high } = compared.brought.bought;
  const whole = (one: number): string => number(Math.round(one));
  return [
    say(compared.isThin ? 'holdOut.thin' : 'holdOut', {
      ...{ heldOut: number(heldOut.of), count: whole(value), low: whole(low), high: whole(high) },
    }),
  ];
}

function wordsOf(plugin: PluginServices, locale: Locale): Words {
  const money = ({ amount, currency }: Money): string =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
  return {
    say: (name, params) => plugin.text(locale, `campaigns.review.${name}`, params),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (part, of) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
        of === 0 ? 0 : part / of,
      ),
    money,
    sum: (all) => (all.length === 0 ? '–' : all.map(money).join(' + ')),
  };
}
