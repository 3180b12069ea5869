/** Days, the last included. */
export interface Period {
  from: string;
  to: string;
}

/** From its first day until its last, or today where that is to come, and as many days before; null before it begins. */
export function periodsOf(
  start: unknown,
  end: unknown,
  at: number,
): { days: number; now: Period; before: Period } | null {
  const today = new Date(at).toISOString().slice(0, 10);
  if (typeof start !== 'string' || start > today) return null;
  const to = typeof end === 'string' && end < today ? end : today;
  const days = Math.round((Date.parse(to) - Date.parse(start)) / 86_400_000) + 1;
  if (days < 1) return null;
  const day = (offset: number): string =>
    new Date(Date.parse(start) + offset * 86_400_000).toISOString().slice(0, 10);
  return { days, now: { from: start, to }, before: { from: day(-days), to: day(-1) } };
}
