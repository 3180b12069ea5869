export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';

export const tones: readonly Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad', 'violet'];
const personTones: readonly Tone[] = ['accent', 'good', 'warn', 'violet', 'bad'];

export const toneOf = (color: string | undefined): Tone => tones.find((tone) => tone === color) ?? 'neutral';

/** The same person has the same tone everywhere. */
export function personTone(name: string): Tone {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return personTones[sum % personTones.length] ?? 'accent';
}

/** `Darcel Schlecht` → `DS`; of a Chinese name there is room for the family name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  if (/\p{Script=Han}/u.test(first)) return [...first][0] ?? '?';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? '?'}${[...last][0] ?? ''}`.toUpperCase();
}
