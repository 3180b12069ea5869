/** Shapes of record calls. Fields differ by entity and are checked by the record store, which names each mistake. */
import { z } from 'zod';
import type { Filter } from '../entity/index.ts';
import { invalid } from '../errors.ts';

export const entityParams = z.object({ entity: z.string().max(80) });
export const recordParams = entityParams.extend({ id: z.string().max(80) });
export const recordBody = z.record(z.string(), z.unknown());

const limit = z.coerce.number().int().min(1).max(200).optional();
const cursor = z.string().max(4000).optional();

export const listQuery = z.object({
  filter: z.string().max(100_000).optional().meta({ description: 'JSON, such as {"stage":{"in":["won"]}}' }),
  sort: z.string().max(400).optional().meta({ description: 'Field ids, `-` before for descending' }),
  fields: z.string().max(4000).optional(),
  limit,
  cursor,
  count: z.enum(['none', 'estimate', 'exact']).optional(),
  search: z.string().max(400).optional(),
  bin: z.enum(['true', 'false']).optional(),
});
export const timelineQuery = z.object({ limit, cursor });

const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), id: z.uuid().optional(), values: recordBody }),
  z.strictObject({
    op: z.literal('update'),
    id: z.uuid(),
    version: z.number().int().optional(),
    values: recordBody,
  }),
  z.strictObject({ op: z.literal('delete'), id: z.uuid(), version: z.number().int().optional() }),
  z.strictObject({ op: z.literal('restore'), id: z.uuid() }),
]);
export const bulkBody = z.strictObject({ changes: z.array(change).max(5000) });

export const aggregateBody = z.strictObject({
  filter: recordBody.optional(),
  search: z.string().max(400).optional(),
  group: z
    .array(
      z.strictObject({
        field: z.string().max(200),
        bucket: z.enum(['hour', 'weekday', 'day', 'week', 'month', 'quarter', 'year']).optional(),
      }),
    )
    .max(4)
    .optional(),
  measures: z
    .array(
      z.strictObject({
        function: z.enum(['count', 'distinct', 'sum', 'min', 'max', 'average', 'median']),
        field: z.string().max(200).optional(),
        since: z.string().max(200).optional(),
        where: recordBody.optional(),
        as: z.string().max(80).optional(),
      }),
    )
    .min(1)
    .max(20)
    .default([{ function: 'count' }]),
  order: z
    .strictObject({ measure: z.number().int().min(0).optional(), isDescending: z.boolean().optional() })
    .optional(),
  limit: z.number().int().min(1).max(5_000).optional(),
});

export const recordResponse = z.looseObject({ id: z.uuid(), version: z.number().int() });
export const pageResponse = z.object({
  items: z.array(recordResponse),
  next: z.string().nullable(),
  count: z.number().int().optional(),
  countIsCapped: z.boolean().optional(),
});
export const bulkResponse = z.object({
  cause: z.string(),
  results: z.array(
    z.object({ ok: z.boolean(), record: recordResponse.optional(), problem: recordBody.optional() }),
  ),
});
export const aggregateResponse = z.object({
  rows: z.array(z.object({ group: recordBody, values: recordBody })),
  isCut: z.boolean(),
});

export const listOf = (text: string | undefined): string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(',').map((part) => part.trim());

/** A filter from a query string. */
export function jsonOf(text: string | undefined, pointer: string): Filter | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    // What it holds is checked where it is used.
    return JSON.parse(text) as Filter;
  } catch {
    throw invalid([{ pointer, code: 'filter-not-json' }]);
  }
}
