import { isTime } from '../../data/report-fields.ts';
import { shownType, type MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportMeasure } from '../../data/reports.ts';

/** Something worth looking at to begin with: how many, and how much, by the first choice that records have. */
export function defaultReport(entity: MetaEntity): ReportDefinition {
  const choice = entity.fields.find((field) => field.type === 'select');
  const day = entity.fields.find((field) => isTime(field));
  const money = entity.fields.find((field) => shownType(field) === 'money' && field.type === 'money');
  const measures: ReportMeasure[] = [{ id: 'count', function: 'count' }];
  if (money) measures.push({ id: measureId('sum', money.id), function: 'sum', field: money.id });
  const group = choice ? { field: choice.id } : day ? { field: day.id, bucket: 'month' as const } : undefined;
  return { entity: entity.id, groups: group ? [group] : [], measures, chart: group ? 'bar' : 'number' };
}

/** How formulas call it: `sumAmount`. */
export const measureId = (name: string, field = ''): string =>
  `${name}${field.slice(0, 1).toUpperCase()}${field.slice(1)}`.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 40);
