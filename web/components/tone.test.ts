import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { initials, personTone, toneOf, tones } from './tone.ts';

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

test('every tone is legible as a tag, and its dot is seen, in both themes', () => {
  const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  const values = new Map(
    [...css.matchAll(/(--rl-[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, ...both]) => [
      name,
      both,
    ]),
  );
  const weak = tones.flatMap((tone) => {
    const isNeutral = tone === 'neutral';
    const [ground, text, dot] = isNeutral
      ? ['hover', 'text', 'muted']
      : [`${tone}-soft`, `${tone}-text`, tone];
    return [0, 1].flatMap((theme) => {
      const of = (name: string | undefined): string => values.get(`--rl-${name}`)?.[theme] ?? '';
      const isLegible = contrast(of(ground), of(text)) >= 4.5 && contrast(of('surface'), of(dot)) >= 3;
      return isLegible ? [] : [`${tone} ${theme === 0 ? 'light' : 'dark'}`];
    });
  });
  expect(weak).toEqual([]);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
