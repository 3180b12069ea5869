import { describe, expect, test } from 'vitest';
import { allChips, allOf, chipsOf, chipsToFilter, chipsToText, textToChips, type Chip } from './filter.ts';
import { filterToChips } from './filter-to-chips.ts';
import type { MetaField } from './meta.ts';
import { periodOf } from './period.ts';

const fields: MetaField[] = [
  { id: 'name', type: 'text', label: 'Name', access: 'write' },
  { id: 'stage', type: 'select', label: 'Stage', access: 'write', options: [] },
  { id: 'closeDate', type: 'date', label: 'Close date', access: 'write' },
  { id: 'createdAt', type: 'dateTime', label: 'Created', access: 'read' },
  { id: 'owner', type: 'user', label: 'Owner', access: 'write' },
  { id: 'isPaid', type: 'boolean', label: 'Paid', access: 'write' },
];
const now = new Date(2026, 10, 21, 10);
const context = { me: 'u1', now, typeOf: (id: string) => fields.find((field) => field.id === id)?.type };
const filterOf = (...chips: Chip[]) => chipsToFilter(chips, context);

describe('chips as filter JSON', () => {
  test('no chip is no filter, one is itself, several are joined', () => {
    expect(filterOf()).toBeUndefined();
    expect(filterOf({ field: 'name', operator: 'contains', value: 'gtx' })).toEqual({
      name: { contains: 'gtx' },
    });
    expect(
      filterOf({ field: 'owner', operator: 'isMe' }, { field: 'stage', operator: 'isOneOf', value: ['won'] }),
    ).toEqual({ and: [{ owner: { eq: 'u1' } }, { stage: { in: ['won'] } }] });
  });

  test('a condition on a field that is gone is left out where records are asked, and kept where it is mended', () => {
    const name: Chip = { field: 'name', operator: 'contains', value: 'gtx' };
    const conditions = [name, { field: 'gone', operator: 'is', value: 1 } as const];
    expect(chipsOf(conditions, fields)).toEqual([name]);
    expect(allChips(conditions, fields)).toEqual([name, { field: 'gone', operator: 'is', value: 1 }]);
  });

  test('references are sent as ids', () => {
    const value = [{ id: 'a1', title: 'Acme' }];
    expect(filterOf({ field: 'owner', operator: 'isOneOf', value })).toEqual({ owner: { in: ['a1'] } });
  });

  test('a period is days for dates and instants for times', () => {
    expect(filterOf({ field: 'closeDate', operator: 'within', value: 'thisQuarter' })).toEqual({
      closeDate: { gte: '2026-10-01', lt: '2027-01-01' },
    });
    expect(filterOf({ field: 'createdAt', operator: 'within', value: 'today' })).toEqual({
      createdAt: { gte: new Date(2026, 10, 21).toISOString(), lt: new Date(2026, 10, 22).toISOString() },
    });
  });

  test('"until" a day includes it where there is a time of day', () => {
    expect(filterOf({ field: 'createdAt', operator: 'until', value: '2026-11-21' })).toEqual({
      createdAt: { lt: new Date(2026, 10, 22).toISOString() },
    });
  });

  test('"from" a day begins with its first moment, where the reader is', () => {
    expect(filterOf({ field: 'createdAt', operator: 'from', value: '2026-11-21' })).toEqual({
      createdAt: { gte: new Date(2026, 10, 21).toISOString() },
    });
  });

  test('a period that there is not is left out, as somebody may have changed the address', () => {
    expect(filterOf({ field: 'closeDate', operator: 'within', value: 'someday' })).toBeUndefined();
  });

  test('"is not" of a choice takes several', () => {
    expect(filterOf({ field: 'stage', operator: 'isNot', value: ['won', 'lost'] })).toEqual({
      stage: { nin: ['won', 'lost'] },
    });
  });

  test('"is no" of a tick takes in what was never ticked', () => {
    expect(filterOf({ field: 'isPaid', operator: 'is', value: false })).toEqual({ isPaid: { ne: true } });
    expect(filterOf({ field: 'isPaid', operator: 'is', value: true })).toEqual({ isPaid: { eq: true } });
  });

  test('joining leaves out what is not there', () => {
    expect(allOf(undefined, { a: 1 })).toEqual({ a: 1 });
    expect(allOf(undefined, undefined)).toBeUndefined();
  });
});

test('a filter that chips made becomes them again; any other is left alone', () => {
  const chips: Chip[] = [
    { field: 'name', operator: 'contains', value: 'gtx' },
    { field: 'stage', operator: 'isOneOf', value: ['won', 'lost'] },
    { field: 'stage', operator: 'isFilled' },
    { field: 'closeDate', operator: 'from', value: '2026-11-21' },
    { field: 'createdAt', operator: 'from', value: '2026-11-20' },
    { field: 'createdAt', operator: 'until', value: '2026-11-21' },
    { field: 'isPaid', operator: 'is', value: false },
  ];
  expect(filterToChips(filterOf(...chips), fields)).toEqual(chips);
  expect(filterToChips(filterOf(chips[0]!), fields)).toEqual([chips[0]]);
  expect(filterToChips(undefined, fields)).toEqual([]);
  for (const other of [
    { or: [] },
    { gone: { eq: 1 } },
    { closeDate: { gte: '2026-01-01', lt: '2027-01-01' } },
  ])
    expect(filterToChips(other, fields)).toBeNull();
});

describe('chips in the address', () => {
  test('come back as they were', () => {
    const chips: Chip[] = [
      { field: 'stage', operator: 'isOneOf', value: ['won', 'lost'] },
      { field: 'owner', operator: 'isOneOf', value: [{ id: 'u1', title: 'Anna' }] },
      { field: 'closeDate', operator: 'within', value: 'thisMonth' },
    ];
    expect(textToChips(chipsToText(chips), fields)).toEqual(chips);
  });

  test('what cannot be read or is unknown is left out', () => {
    expect(textToChips('{', fields)).toEqual([]);
    expect(textToChips('[["gone","is",1],["name","within","today"],7]', fields)).toEqual([]);
  });
});

test('a week begins on Monday', () => {
  expect(periodOf('thisWeek', new Date(2026, 10, 22)).from).toEqual(new Date(2026, 10, 16));
});
