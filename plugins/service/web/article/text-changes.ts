/** What differs between two texts: paragraph by paragraph, and within those that changed word by word. */

export interface Piece {
  kind: 'same' | 'out' | 'in';
  text: string;
}

/** Each paragraph as the pieces it is made of, in reading order; one that is the same is a single piece. */
export function textChanges(before: readonly string[], after: readonly string[]): Piece[][] {
  const runs = changes(before, after);
  const found: Piece[][] = [];
  for (let at = 0; at < runs.length; at++) {
    const { kind, items } = runs[at]!;
    const following = runs[at + 1];
    if (kind === 'out' && following?.kind === 'in') {
      const pairs = Math.min(items.length, following.items.length);
      for (let n = 0; n < pairs; n++) found.push(wordChanges(items[n]!, following.items[n]!));
      found.push(...whole('out', items.slice(pairs)), ...whole('in', following.items.slice(pairs)));
      at += 1;
    } else found.push(...whole(kind, items));
  }
  return found;
}

const whole = (kind: Piece['kind'], items: readonly string[]): Piece[][] =>
  items.map((text) => [{ kind, text }]);

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

const wordChanges = (before: string, after: string): Piece[] =>
  changes(wordsOf(before), wordsOf(after)).map(({ kind, items }) => ({ kind, text: items.join('') }));

interface Run {
  kind: Piece['kind'];
  items: string[];
}

/** Beyond this many comparisons the middle counts as written anew. */
const mostComparisons = 4_000_000;

/** By the longest common subsequence, after what both begin and end with. What goes stands before what comes. */
function changes(before: readonly string[], after: readonly string[]): Run[] {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const from = before.slice(start, before.length - end);
  const to = after.slice(start, after.length - end);
  const middle: Run[] =
    from.length * to.length > mostComparisons
      ? [
          { kind: 'out', items: from },
          { kind: 'in', items: to },
        ]
      : common(from, to);
  return [
    { kind: 'same' as const, items: before.slice(0, start) },
    ...middle,
    { kind: 'same' as const, items: before.slice(before.length - end) },
  ].filter(({ items }) => items.length > 0);
}

function common(from: readonly string[], to: readonly string[]): Run[] {
  const width = to.length + 1;
  // The longest that the rests from (i, j) on have in common.
  const longest = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      longest[i * width + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: Run[] = [];
  const add = (kind: Piece['kind'], item: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.items.push(item);
    else runs.push({ kind, items: [item] });
  };
  for (let i = 0, j = 0; i < from.length || j < to.length;) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      add('same', from[i]!);
      i += 1;
      j += 1;
    } else if (i < from.length && (j === to.length || at(i + 1, j) >= at(i, j + 1))) add('out', from[i++]!);
    else add('in', to[j++]!);
  }
  return runs;
}
