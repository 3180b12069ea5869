/** Order of the parts of a date. ISO and every date with the year first is `ymd`. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export interface DateParts {
  /** `2017-03-01` */
  date: string;
  /** `14:30:00`, where the text has a time. */
  time: string | null;
  /** Minutes east of UTC, where the text says so. */
  offset: number | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numeric = /^(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?(?:[T,\s]+(.+))?$/;
const named =
  /^(?:(\d{1,2})[\s.-]+([A-Za-z]{3,9})|([A-Za-z]{3,9})[\s.]+(\d{1,2}))[\s,.-]+(\d{4})(?:[T,\s]+(.+))?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Null when the text is no date in that order, or no day of the calendar. */
export function parseDate(text: string, order: DateOrder): DateParts | null {
  const trimmed = text.trim();
  const short = compact.exec(trimmed);
  if (short) return whole({ year: short[1]!, month: short[2]!, day: short[3]! }, undefined);
  const digits = numeric.exec(trimmed);
  if (digits) {
    const [, a = '', b = '', c = '', rest] = digits;
    if (a.length === 4) return whole({ year: a, month: b, day: c }, rest);
    if (a.length > 2) return null;
    return order === 'mdy'
      ? whole({ year: c, month: a, day: b }, rest)
      : order === 'dmy'
        ? whole({ year: c, month: b, day: a }, rest)
        : null;
  }
  const words = named.exec(trimmed);
  if (!words) return null;
  const month = months.indexOf((words[2] ?? words[3])!.slice(0, 3).toLowerCase()) + 1;
  return whole({ year: words[5]!, month: String(month), day: (words[1] ?? words[4])! }, words[6]);
}

function whole(
  parts: { year: string; month: string; day: string },
  rest: string | undefined,
): DateParts | null {
  // Two digits: 1970 to 2069, as spreadsheets read them.
  const year =
    parts.year.length === 2
      ? (Number(parts.year) < 70 ? 2000 : 1900) + Number(parts.year)
      : Number(parts.year);
  const month = Number(parts.month);
  const day = Number(parts.day);
  if (parts.year.length === 3 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (rest === undefined) return { date, time: null, offset: null };
  const time = clock.exec(rest.trim());
  if (!time) return null;
  const [, h, minute, second = '00', half, zone] = time;
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return { date, time: `${String(hour).padStart(2, '0')}:${minute}:${second}`, offset: offsetOf(zone) };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** A column holds dates when this share of its values are some. */
const mostAreDates = 0.6;

/**
 * The orders under which most values are dates, likeliest first; empty when the column holds no dates. More than
 * one answer means that somebody must be asked.
 */
export function detectDateOrder(values: readonly string[]): DateOrder[] {
  const counts = (['ymd', 'dmy', 'mdy'] as const).map((order) => ({
    order,
    count: values.filter((value) => parseDate(value, order) !== null).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  if (most === 0 || most < values.length * mostAreDates) return [];
  const orders = counts.filter(({ count }) => count === most).map(({ order }) => order);
  // With the year first, or the month in letters, the order cannot matter.
  return orders.includes('ymd') ? ['ymd'] : orders;
}
