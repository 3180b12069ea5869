/** Words that mean the same in the heads of columns; the first one stands for all. */
const groups: string[][] = [
  ['owner', 'agent', 'rep', 'representative', 'seller', 'salesperson', 'assignee', 'assigned', 'responsible'],
  ['amount', 'value', 'sum', 'total'],
  ['name', 'title', 'subject', 'designation'],
  ['email', 'mail'],
  ['phone', 'tel', 'telephone', 'mobile', 'cell'],
  ['account', 'company', 'organisation', 'organization', 'firm', 'customer', 'client'],
  ['team', 'office', 'region', 'department', 'group', 'branch'],
  ['manager', 'supervisor', 'boss', 'lead'],
  ['stage', 'status', 'phase', 'state', 'step'],
  ['website', 'url', 'web', 'site', 'homepage'],
  ['description', 'notes', 'note', 'comment', 'remarks'],
  ['industry', 'sector', 'branche', 'vertical'],
  ['employees', 'staff', 'headcount', 'size'],
  ['country', 'location', 'land'],
  ['city', 'town'],
  ['parent', 'subsidiary', 'headquarters'],
  ['product', 'item', 'article'],
  ['price', 'cost', 'rate'],
  ['close', 'closed', 'closing'],
  ['begin', 'start', 'started', 'opened'],
];

const canonical = new Map(groups.flatMap((group) => group.map((word) => [word, group[0]!])));
const filler = new Set(['of', 'the', 'a', 'is', 'in', 'for']);

/** The words of a column's head or a field's id: `closeDate`, `close_date` and `Close date` are the same. */
export const words = (text: string): string[] =>
  text
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !filler.has(word))
    .map((word) => (word === 'e' ? '' : word))
    .filter(Boolean);

export const meaning = (list: readonly string[]): Set<string> =>
  new Set(
    list.map(
      (word) => canonical.get(word) ?? canonical.get(word.replace(/s$/, '')) ?? word.replace(/s$/, ''),
    ),
  );

/** How alike two names are, 0 to 1. */
export function likeness(one: string, other: string): number {
  const a = words(one);
  const b = words(other);
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return 1;
  const x = meaning(a);
  const y = meaning(b);
  const shared = [...x].filter((word) => y.has(word)).length;
  if (shared === x.size && shared === y.size) return 0.9;
  if (shared === y.size) return 0.6 + (0.3 * shared) / x.size;
  if (shared === x.size) return 0.5 + (0.3 * shared) / y.size;
  // Chinese has no spaces between words: one name within the other is what a shared word is elsewhere.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (/\p{Script=Han}/u.test(short) && short.length > 1 && long.includes(short)) return 0.7;
  return (0.6 * shared) / (x.size + y.size - shared);
}
