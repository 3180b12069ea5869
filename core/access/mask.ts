/**
 * What shows of a masked value: enough to recognise it, not enough to use it. The pattern goes by the type of field
 * and is shown where masks are set (`maskExamples`). What is no text shows nothing.
 */
export function mask(value: unknown, type?: string): unknown {
  if (typeof value !== 'string') return null;
  const pattern = patterns[type ?? ''] ?? (value.lastIndexOf('@') > 0 ? patterns['email']! : anyText);
  return pattern(value);
}

const anyText = (value: string): string =>
  value.length >= 9 ? `${value.slice(0, 3)}****${value.slice(-4)}` : `${firstOf(value)}***`;

const patterns: Record<string, (value: string) => string | null> = {
  email: (value) => {
    const at = value.lastIndexOf('@');
    return at > 0 ? `${firstOf(value)}***${value.slice(at)}` : `${firstOf(value)}***`;
  },
  // The last four digits are what people are asked for; the four before them are what a number needs to be called.
  phone: (value) =>
    value.length >= 11
      ? `${value.slice(0, -8)}****${value.slice(-4)}`
      : `${firstOf(value)}***${value.slice(-2)}`,
  select: () => '***',
  // Never half a moment that would read as another.
  date: () => null,
  dateTime: () => null,
  longText: (value) => `${firstOf(value)}***`,
  richText: (value) => `${firstOf(value)}***`,
  url: () => '***',
};

const firstOf = (value: string): string => [...value][0] ?? '';

const samples: Record<string, string> = {
  phone: '13812341234',
  email: 'anna@shop.example',
  text: '6222020200112233',
  longText: 'Confidential',
  richText: 'Confidential',
  url: 'https://shop.example/me',
  select: 'gold',
};

/** How a masked value looks, by type of field; types that are not named show nothing. */
export const maskExamples = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([type, sample]) => [type, patterns[type]?.(sample) ?? anyText(sample)]),
  );
