/** What a company that reads this language in this time zone most likely counts in; it is asked, and can be changed. */
export function usualCurrency(locale: string, timeZone: string): string {
  const ofZone = zones.find(([start]) => timeZone.startsWith(start))?.[1];
  return ofZone ?? (locale === 'zh-CN' ? 'CNY' : 'USD');
}

/** The first that fits; others follow the language. */
const zones: readonly (readonly [string, string])[] = [
  ['Asia/Shanghai', 'CNY'],
  ['Asia/Hong_Kong', 'HKD'],
  ['Asia/Taipei', 'TWD'],
  ['Asia/Singapore', 'SGD'],
  ['Asia/Tokyo', 'JPY'],
  ['Europe/London', 'GBP'],
  ['Europe/Zurich', 'CHF'],
];
