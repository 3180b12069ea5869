/** Shapes of definitions that admins send; what they mean is checked by the entity part, field by field. */
import { z } from 'zod';
import type { FieldDefinition, FieldType } from '../entity/index.ts';

const localText = z.strictObject({ en: z.string().max(200), 'zh-CN': z.string().max(200) }).partial();
const option = z.strictObject({
  value: z.string().min(1).max(100),
  color: z.enum(['neutral', 'accent', 'good', 'warn', 'bad', 'violet']).optional(),
  label: localText.optional(),
  isRetired: z.boolean().optional(),
});
const rule = z.strictObject({
  expression: z.string().min(1).max(4000),
  message: localText,
  field: z.string().max(80).optional(),
});
const unique = z.strictObject({ fields: z.array(z.string().max(80)).max(10) });
const label = z.strictObject({ one: localText, many: localText });
const paths = z.array(z.string().max(160)).max(20);
const keptFor = z.strictObject({ days: z.number(), after: z.string().max(80) });
const indexes = z.array(z.array(z.string().max(80)).max(4)).max(10);

export const rollupInput = z.strictObject({
  entity: z.string().max(80),
  by: z.string().max(80),
  function: z.enum(['count', 'sum', 'min', 'max', 'average']),
  field: z.string().max(80).optional(),
  where: z.record(z.string(), z.unknown()).optional(),
});

const fieldShape = z.strictObject({
  // Types that do not exist are refused with a sentence of their own.
  type: z.string().max(40) as unknown as z.ZodType<FieldType>,
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  default: z.unknown().optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  scale: z.number().int().min(0).max(10).optional(),
  unit: localText.optional(),
  format: z.enum(['percent']).optional(),
  options: z.array(option).max(500).optional(),
  from: z.string().max(80).optional(),
  entity: z.string().max(80).optional(),
  onDelete: z.enum(['restrict', 'clear']).optional(),
  isPart: z.boolean().optional(),
  reverseLabel: localText.optional(),
  expression: z.string().max(4000).optional(),
  result: z.lazy((): z.ZodType<FieldDefinition> => fieldShape).optional(),
  rollup: rollupInput.optional(),
  label: localText.optional(),
  help: localText.optional(),
  isHidden: z.boolean().optional(),
  defaultExpression: z.string().max(4000).optional(),
  prefix: z.string().max(20).optional(),
  digits: z.number().int().min(1).max(12).optional(),
  start: z.number().int().min(0).max(1_000_000_000).optional(),
  accept: z.array(z.string().max(100)).max(50).optional(),
  isFindable: z.boolean().optional(),
  isUrl: z.boolean().optional(),
  wasText: z.boolean().optional(),
  mark: z.string().max(20).optional(),
  isIndexed: z.boolean().optional(),
  was: z.string().max(80).optional(),
});
export const fieldInput: z.ZodType<FieldDefinition> = fieldShape;

export const fieldsInput = z.record(z.string(), fieldInput);

export const entityInput = z.strictObject({
  id: z.string().max(80),
  title: z.string().max(80),
  search: paths.optional(),
  owner: z.boolean().default(false),
  fields: fieldsInput,
  indexes: indexes.default([]),
  label: label.optional(),
  icon: z.string().max(40).optional(),
  rules: z.record(z.string(), rule).optional(),
  uniques: z.record(z.string(), unique).optional(),
  keptFor: keptFor.optional(),
});

const id = z.string().min(1).max(80);
/** Members to set; null takes one away. What they are is checked with the definition they make. */
const members = fieldMembers();
const entityMembers = z
  .strictObject({
    title: id,
    search: paths,
    owner: z.boolean(),
    indexes,
    label,
    icon: z.string().max(40),
    keptFor: keptFor.nullable(),
  })
  .partial();

export const operationInput = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('addField'), id, field: fieldInput, before: id.nullish() }),
  z.strictObject({ op: z.literal('changeField'), id, set: members }),
  z.strictObject({ op: z.literal('moveField'), id, before: id.nullable() }),
  z.strictObject({ op: z.literal('removeField'), id }),
  z.strictObject({ op: z.literal('restoreField'), id }),
  z.strictObject({ op: z.literal('setEntity'), set: entityMembers }),
  z.strictObject({ op: z.literal('setRule'), id, rule: rule.nullable() }),
  z.strictObject({ op: z.literal('setUnique'), id, unique: unique.nullable() }),
  z.strictObject({
    op: z.literal('replaceOption'),
    field: id,
    value: z.string().max(100),
    by: id.nullable(),
  }),
  z.strictObject({ op: z.literal('resetField'), id }),
  z.strictObject({ op: z.literal('reset') }),
]);

/** What is to be done to a definition: operations, its removal, or taking an earlier change back. */
export const changeInput = z.union([
  z.strictObject({
    operations: z.array(operationInput).min(1).max(200),
    isConfirmed: z.boolean().optional(),
    /** The newest change that is known to who asks, `lastChange` of the entity: a plan tells what others did since. */
    since: z.uuid().nullish(),
  }),
  z.strictObject({ remove: z.literal(true), isConfirmed: z.boolean().optional() }),
  z.strictObject({ undo: z.uuid(), isConfirmed: z.boolean().optional() }),
]);
export type ChangeInput = z.output<typeof changeInput>;

/** The members of a field, each of which null takes away. */
function fieldMembers() {
  const nullable = Object.entries(fieldShape.shape).map(([name, shape]) => [name, shape.nullish()] as const);
  return z.strictObject(Object.fromEntries(nullable));
}
