import { expect, test } from 'vitest';
import type { MetaField } from '../data/meta.ts';
import { stackedColumns } from './stacked-columns.ts';

const field = (id: string, type: MetaField['type'], more: Partial<MetaField> = {}): MetaField => ({
  ...{ id, type, label: id, access: 'read' },
  ...more,
});
const late = field('isLate', 'formula', { result: { type: 'boolean', mark: 'bad' } });
const columns = [
  ...[field('isDone', 'boolean'), field('due', 'date'), late, field('cost', 'money')],
  ...[field('stage', 'select'), field('who', 'user'), field('where', 'text')],
];
const record = { id: '1', version: 1, createdAt: '2026-01-01', updatedAt: '2026-01-01' };
const idsBelow = (item: Record<string, unknown>): string[] =>
  stackedColumns({ ...record, ...item }, columns).below.map(({ id }) => id);

test('on a phone a row has what speaks for itself, and first what is marked', () => {
  const item = {
    isDone: false,
    due: '2026-01-01',
    stage: 'new',
    who: { id: 'a', title: 'Ann' },
    where: 'Rome',
  };
  expect(idsBelow({ ...item, isLate: true })).toEqual(['isLate', 'stage', 'who']);
  // and nothing of a mark that is not set
  expect(idsBelow({ ...item, isLate: false })).toEqual(['stage', 'who', 'where']);
});

test('where little speaks for itself, days and ticks stand with their headings', () => {
  const item = { isDone: true, due: '2026-01-01', who: { id: 'a', title: 'Ann' } };
  expect(idsBelow(item)).toEqual(['who', 'isDone', 'due']);
  // what is not ticked says nothing
  expect(idsBelow({ ...item, isDone: false })).toEqual(['who', 'due']);
});

test('an amount stands beside the title', () => {
  const cost = { amount: '5.00', currency: 'EUR' };
  expect(stackedColumns({ ...record, cost }, columns).amount?.id).toBe('cost');
});
