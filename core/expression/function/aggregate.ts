import { list, number, ofOne, type Family } from './built-in.ts';

const total = (values: unknown): number =>
  list(values).reduce<number>((sum, value) => sum + number(value), 0);

const extreme = (values: unknown, isBetter: (a: number, b: number) => boolean): unknown =>
  list(values).reduce<number | undefined>((best, value) => {
    const candidate = number(value);
    return best === undefined || isBetter(candidate, best) ? candidate : best;
  }, undefined);

/** Functions of a list of numbers. */
export const aggregates: Family = {
  sum: ofOne('<a<n>:n>', total),
  count: {
    signature: '<a:n>',
    arity: 1,
    run: ([values]) => (values === undefined ? 0 : list(values).length),
  },
  max: ofOne('<a<n>:n>', (values) => extreme(values, (a, b) => a > b)),
  min: ofOne('<a<n>:n>', (values) => extreme(values, (a, b) => a < b)),
  average: ofOne('<a<n>:n>', (values) =>
    list(values).length === 0 ? undefined : total(values) / list(values).length,
  ),
};
