import type { Counted, Values } from './calculate.ts';

interface Amount {
  amount: string;
  currency: string;
}

/** Counts and sums add up; of all else the total is a question of its own. */
export const addsUp = (measures: readonly Counted[]): boolean =>
  measures.every((measure) => measure.function === 'count' || measure.function === 'sum');

export function totalOf(measures: readonly Counted[], rows: readonly Values[]): Values {
  return Object.fromEntries(
    measures.map(({ id }) => {
      const values = rows.map((row) => row[id]);
      if (values.some(Array.isArray)) return [id, totalMoney(values.flat() as (Amount | null)[])]; // lists of amounts
      return [id, values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0)];
    }),
  );
}

/** In ten-thousandths, as money is kept: nothing is lost to fractions. */
function totalMoney(amounts: readonly (Amount | null)[]): Amount[] {
  const sums = new Map<string, bigint>();
  for (const one of amounts)
    if (one) sums.set(one.currency, (sums.get(one.currency) ?? 0n) + tenThousandths(one.amount));
  return [...sums].map(([currency, sum]) => ({ amount: plainAmount(sum), currency }));
}

function tenThousandths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  const size = BigInt(whole.replace('-', '') + fraction.slice(0, 4).padEnd(4, '0'));
  return amount.startsWith('-') ? -size : size;
}

function plainAmount(sum: bigint): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -4)}.${fraction}`;
}
