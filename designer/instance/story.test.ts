import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../data/instances.ts';
import { storyOf, takenPath } from './story.ts';

const at = (second: number): string => `2026-11-21T10:00:${String(second).padStart(2, '0')}Z`;
const entry = (element: string, event: HistoryEntry['event'], second: number, more = {}): HistoryEntry => ({
  element,
  type: 'userTask',
  event,
  at: at(second),
  ...more,
});

describe('storyOf', () => {
  it('tells a stay that an incident holds up as stopped', () => {
    const entries = [entry('ask', 'entered', 1), entry('wait', 'entered', 2)];
    expect(storyOf(entries, [{ element: 'ask' }]).map(({ element, state }) => `${element} ${state}`)).toEqual(
      ['wait running', 'ask stopped'],
    );
  });

  it('tells a stay as one line, newest first', () => {
    const story = storyOf([
      entry('ask', 'entered', 1),
      entry('ask-way', 'taken', 5),
      entry('ask', 'completed', 5),
      entry('wait', 'entered', 5),
    ]);

    expect(story.map(({ element, state, from, to }) => [element, state, from, to])).toEqual([
      ['wait', 'running', at(5), null],
      ['ask', 'completed', at(1), at(5)],
    ]);
  });

  it('keeps iterations and second visits apart', () => {
    const story = storyOf([
      entry('ask', 'entered', 1, { iteration: 1 }),
      entry('ask', 'entered', 1, { iteration: 2 }),
      entry('ask', 'completed', 2, { iteration: 2 }),
      entry('ask', 'cancelled', 3, { iteration: 1 }),
    ]);

    expect(story.map(({ iteration, state }) => [iteration, state])).toEqual([
      [2, 'completed'],
      [1, 'cancelled'],
    ]);
  });

  it('shows what was logged, and an end nobody saw begin', () => {
    const story = storyOf([entry('calc', 'log', 1, { data: 42 }), entry('end', 'completed', 2)]);

    expect(story.map(({ element, state, data }) => [element, state, data])).toEqual([
      ['end', 'completed', undefined],
      ['calc', 'log', 42],
    ]);
  });
});

describe('takenPath', () => {
  const connections = [
    { id: 'a-b', source: 'a', target: 'b' },
    { id: 'a-c', source: 'a', target: 'c' },
  ];

  it('believes the ways that history recorded', () => {
    const history = [entry('a', 'completed', 1), entry('a-c', 'taken', 1), entry('c', 'entered', 1)];

    expect(takenPath(history, connections)).toEqual(['a', 'a-c', 'c']);
  });

  it('finds the ways between completed and entered elements otherwise', () => {
    const history = [entry('a', 'entered', 1), entry('a', 'completed', 2), entry('b', 'entered', 2)];

    expect(takenPath(history, connections)).toEqual(['a', 'b', 'a-b']);
  });
});
