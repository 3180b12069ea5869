import { expect, test } from 'vitest';
import { Problem } from '../errors.ts';
import type { Registry } from '../registry.ts';
import { asProblem, preferredLocale, problemDocument } from './problem.ts';

test('a lost database is 503, an unknown failure is 500, a problem stays itself', () => {
  expect(asProblem(Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })).status).toBe(503);
  expect(asProblem(new Error('a bug')).status).toBe(500);
  const problem = new Problem({ status: 418, code: 'teapot' });
  expect(asProblem(problem)).toBe(problem);
});

test('the reader’s language is taken from the first preference', () => {
  expect(preferredLocale('zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh-CN');
  expect(preferredLocale('de,en')).toBe('en');
  expect(preferredLocale(null)).toBe('en');
});

test('what is wrong with a record names its fields as readers know them, whatever their ids are', () => {
  // given
  const label = { en: 'Serial number', 'zh-CN': '序列号' };
  const definition = {
    id: 'device',
    plugin: 'x',
    fields: { sn: { type: 'text', label }, site: { type: 'text' } },
  };
  const registry = {
    hasEntity: (id: string) => id === 'device',
    entity: () => definition,
    lastKnownField: (_entity: string, id: string) => definition.fields[id as keyof typeof definition.fields],
    find: (_locale: string, key: string) => (key === 'x.field.device.site' ? 'Site' : 'there'),
    text: (_locale: string, _key: string, params: object) => JSON.stringify(params),
  } as unknown as Registry; // what is asked of one
  const errors = [
    { pointer: '/sn', code: 'required' },
    { pointer: '/sn', code: 'not-unique-together', params: { fields: 'sn, site' } },
    { pointer: '/gone', code: 'field-unknown' },
  ];
  // when
  const said = (params: Record<string, unknown>): unknown =>
    problemDocument(
      new Problem({ status: 422, code: 'validation', params, errors }),
      'zh-CN',
      registry,
    ).errors?.map(({ message }) => JSON.parse(message) as unknown);
  // then
  expect(said({ entity: 'device' })).toMatchObject([
    { field: '序列号' },
    { field: '序列号', fields: '序列号、Site' },
    { field: 'gone' },
  ]);
  expect(said({})).toContainEqual({ field: 'sn' });
});
