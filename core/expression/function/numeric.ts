import { raise } from '../expression-error.ts';
import { number, ofMany, ofOne, refuseArgument, type Family } from './built-in.ts';

const decimal = /^-?\d+(\.\d+)?([Ee][-+]?\d+)?$/;
const prefixed = /^0([xX][\dA-Fa-f]+|[oO][0-7]+|[bB][01]+)$/;

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const parsed = decimal.test(String(value)) || prefixed.test(String(value)) ? Number(value) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : refuseArgument('number', 1, value);
}

/** To `places` decimals, half to even; the shift goes through text so that 2.675 is not 2.67499…. */
function round(value: number, places = 0): number {
  const shifted = shift(value, places);
  const nearest = Math.round(shifted);
  const even = Math.abs(nearest - shifted) === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
  return shift(even, -places) + 0;
}

function shift(value: number, places: number): number {
  if (places === 0) return value;
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function power(base: number, exponent: number): number {
  const result = base ** exponent;
  return Number.isFinite(result) ? result : raise('expression.not-finite', { operator: '$power' });
}

function inBase(value: number, base = 10): string {
  const radix = round(base);
  return radix < 2 || radix > 36 ? refuseArgument('formatBase', 2, base) : round(value).toString(radix);
}

/** Functions of numbers. */
export const numeric: Family = {
  number: ofOne('<(nsb)-:n>', toNumber),
  abs: ofOne('<n-:n>', (value) => Math.abs(number(value))),
  floor: ofOne('<n-:n>', (value) => Math.floor(number(value))),
  ceil: ofOne('<n-:n>', (value) => Math.ceil(number(value))),
  round: ofMany('<n-n?:n>', 2, ([value, places]) => round(number(value), number(places ?? 0))),
  sqrt: ofOne('<n-:n>', (value) =>
    number(value) < 0 ? refuseArgument('sqrt', 1, value) : Math.sqrt(number(value)),
  ),
  power: ofMany('<n-n:n>', 2, ([base, exponent]) => power(number(base), number(exponent))),
  formatBase: ofMany('<n-n?:s>', 2, ([value, base]) => inBase(number(value), number(base ?? 10))),
};
