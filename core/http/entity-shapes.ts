/** Shapes of definitions that admins send; what they mean is checked by the entity part, field by field. */
import { z } from 'zod';
import type { FieldDefinition, FieldType } from '../entity/index.ts';

const localText = z.strictObject({ en: z.string().max(200), 'zh-CN': z.string().max(200) }).partial();
const option = z.strictObject({
  value: z.string().min(1).max(100),
  color: z.enum(['neutral', 'accent', 'good', 'warn', 'bad', 'violet']).optional(),
  label: localText.optional(),
});

const fieldInput: z.ZodType<FieldDefinition> = z.strictObject({
  // Types that do not exist are refused with a sentence of their own.
  type: z.string().max(40) as unknown as z.ZodType<FieldType>,
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  default: z.unknown().optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  scale: z.number().int().min(0).max(10).optional(),
  options: z.array(option).max(500).optional(),
  entity: z.string().max(80).optional(),
  onDelete: z.enum(['restrict', 'clear']).optional(),
  expression: z.string().max(4000).optional(),
  result: z.lazy(() => fieldInput).optional(),
  rollup: z
    .strictObject({
      entity: z.string().max(80),
      by: z.string().max(80),
      function: z.enum(['count', 'sum', 'min', 'max', 'average']),
      field: z.string().max(80).optional(),
    })
    .optional(),
  label: localText.optional(),
  was: z.string().max(80).optional(),
});

export const fieldsInput = z.record(z.string(), fieldInput);

export const entityInput = z.strictObject({
  id: z.string().max(80),
  title: z.string().max(80),
  search: z.array(z.string().max(160)).max(20).optional(),
  owner: z.boolean().default(false),
  fields: fieldsInput,
  indexes: z
    .array(z.array(z.string().max(80)).max(4))
    .max(10)
    .default([]),
  label: z.strictObject({ one: localText, many: localText }).optional(),
  icon: z.string().max(40).optional(),
});
