import type { DemoServices } from '../../../core/index.ts';
import { analyse } from '../models/analyse.ts';
import { valuesOf } from '../models/analysis-values.ts';
import { dayOf } from '../models/days.ts';
import { learnChurn } from '../models/learn-churn.ts';
import { readPurchases } from '../models/read-purchases.ts';

/** As the flow of every night says. */
const horizon = 180;

/** What the flow of every night would have written about the demo company's customers. */
export async function demo(services: DemoServices): Promise<void> {
  const today = dayOf(services.now);
  const customers = await readPurchases(services);
  const churn = await learnChurn(services, customers, { today, horizon });
  const analyses = analyse(customers, { today, churn: churn?.model ?? null });
  const said = { now: services.now, horizon: churn?.horizon };
  await services.create(
    'customer-analysis',
    customers.map((customer, index) => valuesOf(customer, analyses[index]!, said)),
  );
}
