import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../errors.ts';
import { validate } from './validate.ts';

const errorsOf = (schema: z.ZodType, value: unknown): Problem['errors'] => {
  try {
    validate(schema, value);
  } catch (error) {
    return (error as Problem).errors;
  }
  return undefined;
};

test('every mistake is named by its pointer, with a reason in each language', () => {
  const schema = z.strictObject({ size: z.number(), tags: z.array(z.string()) });
  expect(errorsOf(schema, { size: 'big', tags: ['a', 1], more: true })).toEqual([
    { pointer: '/size', code: 'value-invalid', params: { reason: reasons('expected number') } },
    { pointer: '/tags/1', code: 'value-invalid', params: { reason: reasons('expected string') } },
    { pointer: '/more', code: 'field-unknown' },
  ]);
});

test('of several shapes the one that was meant is spoken of', () => {
  const one = z.object({ variables: z.record(z.string(), z.number()) });
  const schema = z.union([z.object({ items: z.array(one) }), one]);
  expect(errorsOf(schema, { variables: { a: 'x' } })?.map((error) => error.pointer)).toEqual([
    '/variables/a',
  ]);
  expect(
    errorsOf(schema, { items: [{ variables: {} }, { variables: 7 }] })?.map((error) => error.pointer),
  ).toEqual(['/items/1/variables']);
});

test('what is no object at all is named too', () => {
  expect(errorsOf(z.union([z.object({ a: z.string() }), z.string()]), 5)).toHaveLength(1);
  expect(errorsOf(z.object({}), null)?.[0]?.pointer).toBe('/');
});

test('a schema names a code of its own', () => {
  const schema = z.object({ zone: z.string().refine(() => false, 'not-time-zone') });
  expect(errorsOf(schema, { zone: 'x' })).toEqual([{ pointer: '/zone', code: 'not-time-zone' }]);
});

const reasons = (en: string) => ({
  en: expect.stringContaining(en),
  'zh-CN': expect.stringMatching(/^\p{Script=Han}/u),
});
