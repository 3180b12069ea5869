import { expect, test } from 'vitest';
import { textChanges, type Piece } from './text-changes.ts';

const marks = { same: '', out: '-', in: '+' };
const told = (before: string[], after: string[]): string[] =>
  textChanges(before, after).map((pieces: Piece[]) =>
    pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`)).join(''),
  );

test('a changed paragraph tells its words, new ones and lost ones stand whole, the others are as they were', () => {
  expect(
    told(
      ['An update may reset it.', 'Hold the button for five seconds.', 'Call us.', 'Good luck.'],
      ['An update may reset it.', 'Hold the button for ten seconds.', 'Good luck.', 'Write to us.'],
    ),
  ).toEqual([
    'An update may reset it.',
    'Hold the button for [-five][+ten] seconds.',
    '[-Call us.]',
    'Good luck.',
    '[+Write to us.]',
  ]);
  expect(told(['长按按钮五秒。'], ['长按按钮十秒。'])).toEqual(['长按按钮[-五秒][+十秒]。']);
  expect(told(['a'], ['a'])).toEqual(['a']);
  expect(told([], ['a'])).toEqual(['[+a]']);
});

test('texts too long to compare word by word are shown as written anew, and soon', () => {
  const long = (word: string): string[] => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`);
  const pieces = textChanges(long('a'), long('b'));
  expect(pieces).toHaveLength(3_000);
});
