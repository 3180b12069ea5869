/** Which colour of the palette says what an option's state colour says; still told apart with any colour vision. */
const byMeaning: Record<string, number> = { accent: 0, warn: 1, good: 2, violet: 6, bad: 5, neutral: 7 };

/**
 * Colours in the order of what is drawn: late is never green. Where something has no state colour, nothing is said
 * about meaning, and the palette is taken as it comes; the second of one meaning takes what is left.
 */
export function chartPaint(drawn: readonly { color?: string }[], palette: readonly string[]): string[] {
  const wanted = drawn.map(({ color }) => (color === undefined ? undefined : byMeaning[color]));
  if (wanted.length === 0 || wanted.includes(undefined)) return [...palette];
  const left = palette.map((_, place) => place).filter((place) => !wanted.includes(place));
  const taken = new Set<number>();
  return wanted.map((place) => {
    const own = place === undefined || taken.has(place) ? left.shift() : place;
    if (own !== undefined) taken.add(own);
    return palette[own ?? palette.length - 1] ?? '';
  });
}
