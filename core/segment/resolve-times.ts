/** `{"ago": "P30D"}` and `{"ahead": "P1W"}` in a filter become the moment they mean now. */
const span = /^P(\d{1,4})([DWMY])$/;

export interface ResolvedTimes {
  value: unknown;
  readsTime: boolean;
}

/** A span that cannot be read stays as it is, and is refused where the filter is read. */
export function resolveTimes(value: unknown, now: number): ResolvedTimes {
  let readsTime = false;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const moment = momentOf(node, now);
    if (moment === null)
      return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, visit(part)]));
    readsTime = true;
    return moment;
  };
  const resolved = visit(value);
  return { value: resolved, readsTime };
}

/** The day, which a date and a moment are both compared with. */
function momentOf(node: object, now: number): string | null {
  const entries = Object.entries(node);
  const [[direction, text] = ['', '']] = entries;
  if (entries.length !== 1 || (direction !== 'ago' && direction !== 'ahead')) return null;
  const match = span.exec(String(text));
  if (!match) return null;
  const amount = Number(match[1]) * (direction === 'ago' ? -1 : 1);
  const at = new Date(now);
  if (match[2] === 'D') at.setUTCDate(at.getUTCDate() + amount);
  if (match[2] === 'W') at.setUTCDate(at.getUTCDate() + amount * 7);
  if (match[2] === 'M') at.setUTCMonth(at.getUTCMonth() + amount);
  if (match[2] === 'Y') at.setUTCFullYear(at.getUTCFullYear() + amount);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}
