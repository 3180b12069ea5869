/**
 * Which texts are about the same as some words: BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009)
 * with k1 = 1.2 and b = 0.75. Languages without spaces are compared by pairs of signs.
 */
export interface Ranked<T> {
  item: T;
  score: number;
}

const k1 = 1.2;
const b = 0.75;

/** The best first; what shares no word with the query is left out. Scores compare within one call only. */
export function rankTexts<T>(query: string, items: readonly T[], textOf: (item: T) => string): Ranked<T>[] {
  const wanted = new Set(wordsIn(query));
  const documents = items.map((item) => ({ item, words: wordsIn(textOf(item)) }));
  const average = documents.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, documents.length);
  const having = new Map<string, number>();
  for (const { words } of documents)
    for (const word of new Set(words)) if (wanted.has(word)) having.set(word, (having.get(word) ?? 0) + 1);
  const weight = (word: string): number => {
    const count = having.get(word) ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
  return documents
    .map(({ item, words }) => {
      const counts = new Map<string, number>();
      for (const word of words) if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      const length = 1 - b + (b * words.length) / average;
      const score = [...counts].reduce(
        (sum, [word, count]) => sum + (weight(word) * count * (k1 + 1)) / (count + k1 * length),
        0,
      );
      return { item, score };
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
}

/** Words that are in every text say nothing, and shorten every query. */
const common = new Set(
  'a an and are as at be but by can do does for from has have hello hi how i in is it its me my not of on or our please since so that the they this to was we what when which with you your thank thanks dear'.split(
    ' ',
  ),
);

/** Words as they are compared: in small letters, by their stems, without the commonest. */
export function wordsIn(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase();
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? pairs(word) : word.length > 1 && !common.has(word) ? [stem(word)] : [],
  );
}

const pairs = (word: string): string[] => {
  const signs = [...word];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
};

/** Plurals and the commonest endings of English are the same word. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|ed|es|s)$/, '') || word : word);
