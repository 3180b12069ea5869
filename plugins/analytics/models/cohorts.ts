/** Customers by the month of their first purchase, and how many of them bought again in each month after it. */
export interface Purchase {
  customer: string;
  /** ISO date. */
  on: string;
}

export interface Cohort {
  /** `2026-03`. */
  month: string;
  size: number;
  /** Of the cohort, how many bought in month 0 (all of them), 1, 2 … up to the month of `until`. */
  active: number[];
}

export function cohorts(purchases: readonly Purchase[], until: string): Cohort[] {
  const months = Map.groupBy(purchases, ({ customer }) => customer);
  const byFirst = new Map<number, { size: number; active: Map<number, number> }>();
  for (const own of months.values()) {
    const bought = new Set(own.map(({ on }) => monthNumber(on)));
    const first = Math.min(...bought);
    const cohort = byFirst.get(first) ?? { size: 0, active: new Map<number, number>() };
    byFirst.set(first, cohort);
    cohort.size += 1;
    for (const month of bought) cohort.active.set(month - first, (cohort.active.get(month - first) ?? 0) + 1);
  }
  const last = monthNumber(until);
  return [...byFirst]
    .toSorted(([a], [b]) => a - b)
    .map(([first, { size, active }]) => ({
      month: `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`,
      size,
      active: Array.from({ length: Math.max(1, last - first + 1) }, (_, month) => active.get(month) ?? 0),
    }));
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
