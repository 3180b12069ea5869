import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDate, formatDuration, formatMoney, formatRelative } from './format.ts';
import { setLocale, t } from './i18n.ts';

const now = new Date('2026-11-21T10:00:00');
// Other files of the same run expect what is spoken at first.
afterAll(() => setLocale('en'));

describe('in English', () => {
  beforeAll(() => setLocale('en'));

  test('money shows cents only where there are some', () => {
    expect(formatMoney({ amount: '1200.00', currency: 'USD' })).toBe('$1,200');
    expect(formatMoney({ amount: '12.50', currency: 'USD' })).toBe('$12.50');
  });

  test('money keeps amounts that no number holds exactly', () => {
    expect(formatMoney({ amount: '90071992547409931', currency: 'USD' })).toBe('$90,071,992,547,409,931');
  });

  test('a day does not shift with the time zone', () => {
    expect(formatDate('2026-03-07', now)).toBe('Mar 7');
    expect(formatDate('2017-03-07', now)).toBe('Mar 7, 2017');
  });

  test('near times are relative, far ones dates', () => {
    expect(formatRelative('2026-11-24', now)).toBe('in 3 days');
    expect(formatRelative('2026-11-21', now)).toBe('today');
    expect(formatRelative('2026-11-21T09:58:00', now)).toBe('2 minutes ago');
    expect(formatRelative('2026-11-20T22:00:00', now)).toBe('yesterday');
    expect(formatRelative('2026-01-05', now)).toBe('Jan 5');
  });

  test('a duration shows its two largest units', () => {
    expect(formatDuration(3 * 86_400_000 + 2 * 3_600_000 + 5 * 60_000)).toBe('3d 2h');
    expect(formatDuration(20_000)).toBe('0m');
  });

  test('plural forms follow the count', () => {
    expect(t('bulk.deleted', { count: 1 })).toBe('1 record deleted');
    expect(t('bulk.deleted', { count: 1589 })).toBe('1,589 records deleted');
  });
});

describe('in Chinese', () => {
  beforeAll(() => setLocale('zh-CN'));

  test('times and texts are Chinese', () => {
    expect(formatRelative('2026-11-24', now)).toBe('3天后');
    expect(t('bulk.deleted', { count: 2 })).toBe('已删除 2 条记录');
  });
});
