const day = 86_400_000;

/** Days from Monday to Friday after the first date, up to and with the second; negative backwards. */
export function businessDays(from: string, to: string): number {
  const [start, end] = [dateOf(from), dateOf(to)];
  if (end < start) return -businessDays(to, from);
  const days = Math.round((end - start) / day);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let rest = 1; rest <= days % 7; rest++) {
    const weekday = new Date(start + (weeks * 7 + rest) * day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count++;
  }
  return count;
}

const dateOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
