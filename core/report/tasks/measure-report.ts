import { z } from 'zod';
import { systemActor } from '../../access/index.ts';
import { Problem } from '../../errors.ts';
import type { RecordService } from '../../plugin.ts';
import { defineTask, failure, ok, type TaskType } from '../../task.ts';
import { runReport, type ReportParts } from '../run/run-report.ts';
import { findReport, type ReportListParts } from '../store/list-reports.ts';

export type MeasureParts = ReportParts & ReportListParts;

/**
 * The total of a report as a number that a flow goes on with: what an alert is made of. It counts what the flow's own
 * role may see. External, since a report may take its time.
 */
export const measureReport = (parts: () => MeasureParts): TaskType =>
  defineTask({
    id: 'core.measure-report',
    kind: 'external',
    input: z.object({
      report: z.string().min(1).max(120).meta({ choose: 'report' }),
      /** The first one of the report when absent. */
      measure: z.string().max(40).optional().meta({ measureOf: 'report' }),
    }),
    output: z.object({ value: z.number().nullable(), before: z.number().nullable() }),
    example: { value: 12, before: 10 },
    face: { icon: 'chart-line', group: 'data' },
    run: (calls, { records }) =>
      Promise.all(
        calls.map(async ({ input }) => {
          try {
            return ok(await measured(parts(), input, records));
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            return failure(error.code, error.code, error.params);
          }
        }),
      ),
  });

async function measured(
  parts: MeasureParts,
  { report: id, measure }: { report: string; measure?: string | undefined },
  records: RecordService,
): Promise<{ value: number | null; before: number | null }> {
  const { definition } = await findReport(parts, id);
  const chosen = measure ?? definition.measures[0]!.id;
  const asks = definition.measures.find((each) => each.id === chosen);
  if (!asks) throw new Problem({ status: 422, code: 'report-measure-unknown', params: { measure: chosen } });
  // Only the total is wanted.
  const asked = { ...definition, groups: [], top: undefined, sort: undefined };
  const { total, before } = await runReport(
    { ...parts, records: asFlow(records) },
    {
      // The service below acts as the flow, whoever is named here.
      actor: { ...systemActor, userId: null },
      definition: asked,
    },
  );
  // The sum of nothing is a figure to be alerted of; its mean is none.
  const none = 'function' in asks && asks.function === 'sum' ? 0 : null;
  return {
    value: numberOf(total[chosen], none),
    before: before ? numberOf(before[chosen], none) : null,
  };
}

const asFlow = (records: RecordService): ReportParts['records'] => ({
  aggregate: async ({ actor: _flow, entity, ...query }) => ({
    isCut: false,
    ...(await records.aggregate(entity, query)),
  }),
  list: () => Promise.reject(new Error('A flow asks a report for its figures only.')),
});

/** Money in one currency is its amount; in several there is no one number. `none` is what there is of no records. */
function numberOf(value: unknown, none: number | null): number | null {
  if (!Array.isArray(value)) return typeof value === 'number' ? value : none;
  if (value.length > 1) return null;
  // The cast: only money is a list.
  return value.length === 0 ? none : Number((value[0] as { amount: string }).amount);
}
