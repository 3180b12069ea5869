import { expect, test } from 'vitest';
import type { MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportResult } from '../../data/reports.ts';
import { isOfMeasures, measureSeries } from './report-series.ts';

const entity = { id: 'deal', fields: [], label: { one: 'Deal', many: 'Deals' } } as unknown as MetaEntity; // all that is read
const won = [{ field: 'stage', operator: 'isOneOf' as const, value: ['won'] }];
const funnel: ReportDefinition = {
  ...{ entity: 'deal', groups: [], chart: 'funnel' },
  measures: [
    { id: 'begun', function: 'count', title: 'Begun' },
    { id: 'won', function: 'count', conditions: won, title: 'Won' },
  ],
};

test('a funnel without groups has a step for each figure, which leads to the records that it counts', () => {
  const result = { rows: [], total: { begun: 300, won: 133 } } as unknown as ReportResult; // all that is read
  const { categories, series, rows } = measureSeries(funnel, result, entity);
  expect(categories.map(({ label }) => label)).toEqual(['Begun', 'Won']);
  expect(series[0]!.amounts.map((amount) => amount?.value)).toEqual([300, 133]);
  expect(rows[0]!.get('begun')).not.toHaveProperty('conditions');
  expect(rows[0]!.get('won')).toMatchObject({ keys: [], conditions: won });
});

test('one figure alone is a number, and groups are what a picture is made of where there are any', () => {
  expect(isOfMeasures(funnel)).toBe(true);
  expect(isOfMeasures({ ...funnel, measures: funnel.measures.slice(0, 1) })).toBe(false);
  expect(isOfMeasures({ ...funnel, groups: [{ field: 'stage' }] })).toBe(false);
  expect(isOfMeasures({ ...funnel, chart: 'bar' })).toBe(false);
});
