import { z } from 'zod';
import { defineTask, ok, type RecordData, type RecordService, type Values } from '../../../core/index.ts';
import { analyse, type Analysis } from '../models/analyse.ts';
import { valuesOf } from '../models/analysis-values.ts';
import { readPurchases, type Customer } from '../models/read-purchases.ts';

const input = z.object({
  /** Days that a customer may stay away before it counts as leaving. */
  horizon: z.number().int().min(7).max(730).default(180),
});

const atOnce = 200;
const dayMs = 86_400_000;

/**
 * Writes an analysis for every account that has bought. External, since it takes as long as there are customers: each
 * part commits by itself, and running it again gives the same.
 */
export const analyseCustomers = defineTask({
  id: 'analytics.analyse-customers',
  kind: 'external',
  input,
  output: z.object({ customers: z.number(), created: z.number(), changed: z.number() }),
  face: { icon: 'chart-line', group: 'analytics' },
  async run(calls, { records, signal }) {
    const results = [];
    for (const {
      input: { horizon },
      now,
    } of calls) {
      const today = Math.floor(now / dayMs);
      const customers = await readPurchases(records, { today, horizon, signal });
      const analyses = new Map(analyse(customers, { today, horizon }).map((each) => [each.id, each]));
      const written = { customers: customers.length, created: 0, changed: 0 };
      for (let from = 0; from < customers.length; from += atOnce) {
        signal.throwIfAborted();
        const some = customers.slice(from, from + atOnce);
        const { created, changed } = await write(records, some, { analyses, now });
        written.created += created;
        written.changed += changed;
      }
      results.push(ok(written));
    }
    return results;
  },
});

async function write(
  records: RecordService,
  customers: readonly Customer[],
  { analyses, now }: { analyses: ReadonlyMap<string, Analysis>; now: number },
): Promise<{ created: number; changed: number }> {
  const stored = await records.find(
    'customer-analysis',
    { account: { in: customers.map(({ id }) => id) } },
    { limit: atOnce },
  );
  const byAccount = new Map(stored.map((record) => [idOf(record['account']), record]));
  const created: Values[] = [];
  const changed: { id: string; values: Values }[] = [];
  for (const customer of customers) {
    const values = valuesOf(customer, analyses.get(customer.id)!, now);
    const before = byAccount.get(customer.id);
    if (!before) created.push(values);
    else if (!isSame(before, values)) changed.push({ id: before.id, values });
  }
  if (created.length > 0) await records.create('customer-analysis', created);
  if (changed.length > 0) await records.update('customer-analysis', changed);
  return { created: created.length, changed: changed.length };
}

/** A reference reads as `{id, title}`. */
const idOf = (reference: unknown): string => (reference as { id?: string } | null)?.id ?? '';

/** What did not change is not written: no event, and no flow that starts by it. */
const isSame = (before: RecordData, values: Values): boolean =>
  ['purchases', 'lastPurchase', 'segment', 'churnRisk', 'aliveProbability'].every((field) =>
    typeof values[field] === 'number'
      ? Number(before[field]) === values[field]
      : (before[field] ?? null) === values[field],
  );
