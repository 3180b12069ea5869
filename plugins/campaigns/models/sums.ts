import type { Money } from '../../../core/index.ts';

/** A sum of money as aggregates answer it: one for each currency, the largest first; empty where nothing was summed. */
// The cast: that is what they answer for a field of money.
export const sumsOf = (value: unknown): Money[] => (value ?? []) as Money[];

/** What of it is in one currency. */
export const sumIn = (value: unknown, currency: string): number =>
  Number(sumsOf(value).find((one) => one.currency === currency)?.amount ?? 0);
