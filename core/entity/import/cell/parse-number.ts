export type DecimalMark = '.' | ',';

/**
 * A number as people write it, as plain text `-1234.50`, or null. The other of `.` and `,` groups thousands, as
 * do spaces and apostrophes; a currency sign or code and parentheses for negative are accepted.
 */
export function parseNumber(text: string, decimal: DecimalMark): string | null {
  const isNegative = /^\(.*\)$/.test(text);
  const bare = (isNegative ? text.slice(1, -1) : text)
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^([-+]?)(?:[A-Z]{3}|\p{Sc})/u, '$1')
    .replace(/(?:[A-Z]{3}|\p{Sc}|元)$/u, '')
    .replace('−', '-');
  const group = decimal === '.' ? ',' : '.';
  const shape = decimal === '.' ? groupedByComma : groupedByDot;
  if (!shape.test(bare)) return null;
  const plain = bare
    .replaceAll(group, '')
    .replace(decimal, '.')
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.');
  return isNegative ? `-${plain}` : plain;
}

const groupedByComma = /^[-+]?(?:\d{1,3}(?:,\d{2,4})+|\d+)?(?:\.\d+)?$(?<=\d)/;
const groupedByDot = /^[-+]?(?:\d{1,3}(?:\.\d{2,4})+|\d+)?(?:,\d+)?$(?<=\d)/;

/**
 * Which mark divides decimals in a column: the later of two in one value; else one that is not followed by
 * exactly three digits, or stands twice as the other's group. Null when nothing tells.
 */
export function detectDecimal(values: readonly string[]): DecimalMark | null {
  for (const value of values) {
    const dot = value.lastIndexOf('.');
    const comma = value.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
    const at = Math.max(dot, comma);
    if (at < 0) continue;
    const mark = value[at] === '.' ? '.' : ',';
    if (value.indexOf(mark) !== at) return mark === '.' ? ',' : '.';
    if (!/^\d{3}(?!\d)/.test(value.slice(at + 1))) return mark;
  }
  return null;
}

const signs: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '\uffe5': 'CNY',
  '₹': 'INR',
  元: 'CNY',
};

/** The currency a money cell names by code or sign. */
export function parseCurrency(text: string): string | null {
  const code = /(?:^|[\d\s])([A-Z]{3})(?:$|[\d\s-])/.exec(text.trim());
  if (code) return code[1]!;
  for (const [sign, currency] of Object.entries(signs)) if (text.includes(sign)) return currency;
  return null;
}
