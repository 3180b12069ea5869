export const periods = [
  'today',
  'thisWeek',
  'thisMonth',
  'thisQuarter',
  'thisYear',
  'lastMonth',
  'lastQuarter',
  'lastYear',
  'next7',
  'next30',
  'last7',
  'last30',
] as const;

export type Period = (typeof periods)[number];

/** From the first moment of the period until before the first moment after it, in local time. Weeks start on Monday. */
export function periodOf(period: Period, now: Date): { from: Date; before: Date } {
  const year = now.getFullYear();
  const month = now.getMonth();
  const today = now.getDate();
  const quarter = Math.floor(month / 3) * 3;
  const days = (from: number, before: number) => ({
    from: new Date(year, month, today + from),
    before: new Date(year, month, today + before),
  });
  const months = (from: number, count: number) => ({
    from: new Date(year, from, 1),
    before: new Date(year, from + count, 1),
  });
  const sinceMonday = (now.getDay() + 6) % 7;
  switch (period) {
    case 'today':
      return days(0, 1);
    case 'thisWeek':
      return days(-sinceMonday, 7 - sinceMonday);
    case 'thisMonth':
      return months(month, 1);
    case 'thisQuarter':
      return months(quarter, 3);
    case 'thisYear':
      return months(0, 12);
    case 'lastMonth':
      return months(month - 1, 1);
    case 'lastQuarter':
      return months(quarter - 3, 3);
    case 'lastYear':
      return months(-12, 12);
    case 'next7':
      return days(0, 8);
    case 'next30':
      return days(0, 31);
    case 'last7':
      return days(-7, 1);
    case 'last30':
      return days(-30, 1);
  }
}
