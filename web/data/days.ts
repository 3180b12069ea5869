/** Days as `2026-11-22`, where the reader is. */
export const dayText = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Its first moment. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00`);

export function addDays(day: string, count: number): string {
  const date = dateOf(day);
  date.setDate(date.getDate() + count);
  return dayText(date);
}
