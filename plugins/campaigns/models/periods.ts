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
  const today = dayIn(at);
  if (typeof start !== 'string' || start > today) return null;
  const to = typeof end === 'string' && end < today ? end : today;
  const days = Math.round((Date.parse(to) - Date.parse(start)) / 86_400_000) + 1;
  if (days < 1) return null;
  return { days, now: { from: start, to }, before: { from: addDays(start, -days), to: addDays(start, -1) } };
}
import { addDays, dayIn } from '../../../core/index.ts';
