/** What the heads of columns say, in English and Chinese: words that mean the same, of which the first stands for all. */
import vocabulary from './vocabulary.json' with { type: 'json' };

const canonical = new Map(
  vocabulary.synonyms.flatMap((group) => group.map((word) => [word, group[0]!] as const)),
);
const filler = new Set(vocabulary.fillers);

const han = /\p{Script=Han}/u;
/** Chinese words that are known, the longest first. */
const known = new RegExp(
  `(${[...canonical.keys()]
    .filter((word) => han.test(word))
    .toSorted((one, other) => other.length - one.length)
    .join('|')})`,
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a column's head or a field's id: `closeDate`, `close_date` and `Close date` are the same. */
export const words = (text: string): string[] =>
  text
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (han.test(word) ? chineseWords(word) : [word]))
    .filter((word) => word !== '' && !filler.has(word));

/** Chinese has no spaces between words: those that are known are found first. */
const chineseWords = (text: string): string[] =>
  text
    .split(known)
    .flatMap((part) =>
      canonical.has(part) ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment),
    );

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
  // One Chinese name within the other is what a shared word is elsewhere, also where their words are cut otherwise.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (han.test(short) && short.length > 1 && long.includes(short)) return 0.7;
  return (0.6 * shared) / (x.size + y.size - shared);
}

/** Whether a head says by its words what a type of field holds, such as “Mobile” a phone number. */
export const saysType = (head: string, type: string): boolean => {
  const types: Readonly<Record<string, string>> = vocabulary.types;
  const word = types[type];
  return word !== undefined && meaning(words(head)).has(word);
};
