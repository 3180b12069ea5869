import { z } from 'zod';
import { chartKinds, type ReportDefinition } from '../report/definition.ts';
import { conditionsShape as conditions } from './condition-shape.ts';

const field = z.string().min(1).max(200);
const words = z.union([
  z.string().max(200),
  z.strictObject({ en: z.string().max(200).optional(), 'zh-CN': z.string().max(200).optional() }),
]);
/** As formulas call it. */
const id = z
  .string()
  .max(40)
  .regex(/^[a-z][A-Za-z0-9]*$/);
const drawn = z.enum(['line', 'none']).optional();
const measure = z.union([
  z.strictObject({
    id,
    title: words.optional(),
    drawn,
    of: z.string().max(80).optional(),
    function: z.enum(['count', 'distinct', 'sum', 'min', 'max', 'average', 'median']),
    field: field.optional(),
    since: field.optional(),
    conditions,
  }),
  z.strictObject({
    id,
    title: words.optional(),
    drawn,
    expression: z.string().min(1).max(2_000),
    format: z.enum(['number', 'percent', 'money']).optional(),
  }),
]);

export const reportDefinition: z.ZodType<ReportDefinition> = z.strictObject({
  entity: z.string().max(80),
  conditions,
  groups: z
    .array(
      z.strictObject({
        field,
        bucket: z.enum(['hour', 'weekday', 'day', 'week', 'month', 'quarter', 'year']).optional(),
      }),
    )
    .max(6),
  isPivot: z.boolean().optional(),
  beside: z
    .array(z.strictObject({ entity: z.string().max(80), fields: z.array(field).max(6), conditions }))
    .max(2)
    .refine((parts) => new Set(parts.map(({ entity }) => entity)).size === parts.length)
    .optional(),
  measures: z
    .array(measure)
    .min(1)
    .max(12)
    .refine((measures) => new Set(measures.map((one) => one.id)).size === measures.length),
  sort: z.strictObject({ measure: id.optional(), isDescending: z.boolean().optional() }).optional(),
  top: z.strictObject({ count: z.number().int().min(1).max(100), others: z.boolean().optional() }).optional(),
  chart: z.enum(chartKinds),
  isStacked: z.boolean().optional(),
  compare: field.optional(),
});

const key = z.union([z.string().max(400), z.number(), z.boolean(), z.null()]);
export const reportCell = z.strictObject({
  keys: z.array(key).max(6),
  not: z.array(key).max(100).optional(),
});

const name = z.string().trim().min(1).max(120);
const description = z.string().max(2_000);
const sharing = z.enum(['private', 'roles', 'everybody']);
const roles = z.array(z.string().max(120)).max(50);

export const reportBody = z.strictObject({
  name,
  description: description.default(''),
  sharing: sharing.default('private'),
  roles: roles.default([]),
  definition: reportDefinition,
});
export const reportChange = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  sharing: sharing.optional(),
  roles: roles.optional(),
  definition: reportDefinition.optional(),
  version: z.number().int(),
});
