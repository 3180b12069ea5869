import { behaviourOf } from './behaviour-of.ts';
import { fitChurn, type ChurnModel } from './churn.ts';
import { readPast, type Customer, type Reading } from './read-purchases.ts';

/** Days; within fewer, a purchase that is only late would count as leaving. */
const shortest = 30;

export interface LearnedChurn {
  model: ChurnModel;
  /** Days without a purchase that counted as leaving. */
  horizon: number;
}

/**
 * Who leaves, learned from everybody as they were `horizon` days before `today`. A young company has no such past: the
 * horizon is halved until there is enough to learn from. Null where there is not even within a month.
 */
export async function learnChurn(
  records: Reading,
  customers: readonly Customer[],
  { today, horizon: longest, signal }: { today: number; horizon: number; signal?: AbortSignal },
): Promise<LearnedChurn | null> {
  for (let horizon = longest; ; horizon = Math.max(shortest, Math.floor(horizon / 2))) {
    const then = today - horizon;
    const past = await readPast(records, customers, { until: then, signal });
    const model = fitChurn(
      customers.flatMap(({ id, last }) => {
        const before = past.get(id);
        return before ? [{ behaviour: behaviourOf(before, then), hasLeft: last <= then }] : [];
      }),
    );
    if (model) return { model, horizon };
    if (horizon <= shortest) return null;
  }
}
