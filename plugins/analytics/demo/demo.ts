import type { DemoServices } from '../../../core/index.ts';
import { analyse } from '../models/analyse.ts';
import { valuesOf } from '../models/analysis-values.ts';
import { readPurchases } from '../models/read-purchases.ts';

const dayMs = 86_400_000;
/** The demo company is young: who has not bought for two months is late. */
const horizon = 60;

/** What the flow of every night would have written about the demo company's customers. */
export async function demo(services: DemoServices): Promise<void> {
  const today = Math.floor(services.now / dayMs);
  const customers = await readPurchases(services, { today, horizon });
  const analyses = analyse(customers, { today, horizon });
  await services.create(
    'customer-analysis',
    customers.map((customer, index) => valuesOf(customer, analyses[index]!, services.now)),
  );
}
