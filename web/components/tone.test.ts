import { expect, test } from 'vitest';
import { initials, personTone, toneOf } from './tone.ts';

test('initials are of first and last name; Chinese names show the family name', () => {
  expect(initials('Darcel Schlecht')).toBe('DS');
  expect(initials('Anna Maria van Dyk')).toBe('AD');
  expect(initials('Cher')).toBe('C');
  expect(initials('王小明')).toBe('王');
  expect(initials('')).toBe('?');
});

test('a person keeps their tone; unknown colours are neutral', () => {
  expect(personTone('Anna Snelling')).toBe(personTone('Anna Snelling'));
  expect(toneOf('pink')).toBe('neutral');
  expect(toneOf('good')).toBe('good');
});
