import { formatDate, hasText, listRecords, t, type RecordItem } from '../../../../web/index.ts';
import { campaignResults } from './results-data.ts';

/** One thing of a campaign on a day. */
export interface Entry {
  /** A day, or a moment. */
  at: string;
  kind: 'begin' | 'end' | 'check' | 'post' | 'mail' | 'promotion';
  title: string;
  note?: string;
  href?: string;
  isDone?: boolean;
  isBad?: boolean;
  /** Of mails. */
  count?: number;
}

/** All that happens in a campaign, in its order; what its reader does not see is left out. */
export async function readAgenda(campaign: RecordItem): Promise<Entry[]> {
  const { id } = campaign;
  const ofIt = (entity: string): Promise<RecordItem[]> =>
    listRecords(entity, { filter: { campaign: { eq: id } }, limit: 200 }).then(
      ({ items }) => items,
      () => [],
    );
  const [checks, posts, promotions, mails] = await Promise.all([
    ...([ofIt('campaign-check'), ofIt('social-post'), ofIt('promotion')] as const),
    campaignResults(id).then(
      ({ days }) => days,
      () => [],
    ),
  ]);
  const all = [
    ...edges(campaign, { begin: 'startDate', end: 'endDate' }),
    ...checks.flatMap(checkEntry),
    ...posts.flatMap(postEntry),
    ...promotions.flatMap(promotionEntries),
    ...mails.flatMap(({ key, sent }): Entry[] =>
      sent > 0
        ? [{ at: key, kind: 'mail', title: t('agenda.mails', { count: sent }), count: sent, isDone: true }]
        : [],
    ),
  ];
  return merged(all.toSorted((one, other) => one.at.localeCompare(other.at)));
}

/** Mails of days on end are one line, so that what people did stands out. */
function merged(entries: readonly Entry[]): Entry[] {
  const lines: Entry[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (entry.count === undefined || last?.count === undefined) lines.push(entry);
    else {
      const count = last.count + entry.count;
      lines[lines.length - 1] = {
        ...last,
        ...{
          count,
          title: t('agenda.mails', { count }),
          note: t('agenda.until', { day: formatDate(entry.at) }),
        },
      };
    }
  }
  return lines;
}

const edges = (record: RecordItem, fields: { begin: string; end: string }): Entry[] =>
  (['begin', 'end'] as const).flatMap((kind) => {
    const at = record[fields[kind]];
    return typeof at === 'string' ? [{ at, kind, title: t(`agenda.${kind}`) }] : [];
  });

const checkEntry = (check: RecordItem): Entry[] =>
  typeof check['due'] === 'string'
    ? [
        {
          ...{ at: check['due'], kind: 'check', title: String(check['name']) },
          ...{ isDone: check['isDone'] === true, href: `/r/campaign-check/${check.id}` },
          ...(check['isLate'] === true && { isBad: true, note: t('agenda.late') }),
        },
      ]
    : [];

function postEntry(post: RecordItem): Entry[] {
  const at = post['postedAt'] ?? post['plannedFor'];
  const status = String(post['status']);
  if (typeof at !== 'string') return [];
  const key = `agenda.post.${status}`;
  return [
    {
      ...{ at, kind: 'post', title: String(post['name']), href: `/r/social-post/${post.id}` },
      ...{ note: hasText(key) ? t(key) : '', isDone: status === 'posted', isBad: status === 'failed' },
    },
  ];
}

const promotionEntries = (promotion: RecordItem): Entry[] =>
  edges(promotion, { begin: 'startsOn', end: 'endsOn' }).map(({ at, kind, title }) => ({
    ...{ at, kind: 'promotion', title: String(promotion['name']), note: title },
    ...(kind === 'begin' && { href: `/r/promotion/${promotion.id}` }),
  }));
