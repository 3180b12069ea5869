import { z } from 'zod';
import {
  defineTask,
  idOf,
  ok,
  type RecordData,
  type RecordService,
  type Values,
} from '../../../core/index.ts';
import { analyse } from '../models/analyse.ts';
import { valuesOf } from '../models/analysis-values.ts';
import { dayOf } from '../models/days.ts';
import { learnChurn } from '../models/learn-churn.ts';
import { readPurchases } from '../models/read-purchases.ts';
import { emptyAnalyses } from '../models/empty-analyses.ts';

const input = z.object({
  /** Days that a customer may stay away before it counts as leaving; fewer, where a company is too young for so many. */
  horizon: z.number().int().min(7).max(730).default(180),
});

const atOnce = 200;

/**
 * Writes an analysis for every account that has bought. External, since it takes as long as there are customers: each
 * part commits by itself, and running it again gives the same.
 */
export const analyseCustomers = defineTask({
  id: 'analytics.analyse-customers',
  kind: 'external',
  input,
  output: z.object({
    customers: z.number(),
    created: z.number(),
    changed: z.number(),
    emptied: z.number(),
    refused: z.number(),
  }),
  face: { icon: 'chart-line', group: 'analytics' },
  async run(calls, { records, signal, log }) {
    const results = [];
    for (const {
      input: { horizon },
      now,
    } of calls) {
      const today = dayOf(now);
      const customers = await readPurchases(records, signal);
      const churn = await learnChurn(records, customers, { today, horizon, signal });
      const analyses = analyse(customers, { today, churn: churn?.model ?? null });
      const values = customers.map((customer, index) =>
        valuesOf(customer, analyses[index]!, { now, horizon: churn?.horizon }),
      );
      const written = { customers: customers.length, created: 0, changed: 0, emptied: 0, refused: 0 };
      for (let from = 0; from < customers.length; from += atOnce) {
        signal.throwIfAborted();
        const part = await write(records, values.slice(from, from + atOnce));
        written.created += part.created;
        written.changed += part.changed;
        written.refused += part.refused;
      }
      const bought = new Set(customers.map(({ id }) => id));
      const left = await emptyAnalyses(records, { customers: bought, now, signal });
      written.emptied += left.emptied;
      written.refused += left.refused;
      if (written.refused > 0) log('analyses of customers were refused', { refused: written.refused });
      results.push(ok(written));
    }
    return results;
  },
});

async function write(
  records: RecordService,
  analyses: readonly (Values & { account: string })[],
): Promise<{ created: number; changed: number; refused: number }> {
  const stored = await records.find(
    'customer-analysis',
    { account: { in: analyses.map(({ account }) => account) } },
    { limit: atOnce },
  );
  const byAccount = new Map(stored.map((record) => [idOf(record['account']), record]));
  const created: Values[] = [];
  const changed: { id: string; values: Values }[] = [];
  for (const values of analyses) {
    const before = byAccount.get(values.account);
    if (!before) created.push(values);
    else if (!isSame(before, values)) changed.push({ id: before.id, values });
  }
  const made = created.length > 0 ? await records.create('customer-analysis', created) : [];
  const renewed = changed.length > 0 ? await records.update('customer-analysis', changed) : [];
  return {
    created: made.filter(({ ok: isMade }) => isMade).length,
    changed: renewed.filter(({ ok: isRenewed }) => isRenewed).length,
    refused: [...made, ...renewed].filter(({ ok: isWritten }) => !isWritten).length,
  };
}

/** What did not change is not written: no event, and no flow that starts by it. */
const isSame = (before: RecordData, values: Values): boolean =>
  Object.entries(values).every(
    ([field, value]) => field === 'analysedAt' || comparable(before[field]) === comparable(value),
  );

/** A reference reads as `{id, title}` and is written as its id; numbers and money may read as text; nothing is empty. */
function comparable(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(comparable).join(' ');
  if (typeof value !== 'object') return isNumeric(value) ? String(Number(value)) : String(value);
  // The casts: references and money are all the objects that an analysis holds.
  const { amount, currency } = value as { amount?: string; currency?: string };
  return amount === undefined ? (idOf(value) ?? '') : `${Number(amount)} ${currency}`;
}

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
