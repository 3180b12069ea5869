import { invalid } from '../errors.ts';
import type { ReportDefinition } from '../report/definition.ts';
import { reportDefinition } from './report-shapes.ts';

/** The same as by API; throws problem `validation` that says which part is wrong. */
export function checkReport(definition: unknown): ReportDefinition {
  const parsed = reportDefinition.safeParse(definition);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path }) => ({
      pointer: `/definition/${path.join('/')}`,
      code: 'report-unclear',
    })),
  );
}
