import { z } from 'zod';
import type { TaskType } from '../../task.ts';
import type { Value } from '../step/types.ts';
import type { WorkFormField } from '../commands/work-item-rows.ts';

/** As much of a JSON schema as a sample is made after. */
interface Schema {
  type?: string | string[];
  const?: Value;
  enum?: Value[];
  default?: Value;
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
}

/** The smallest outcome that a task type's own check lets pass. */
export function sampleOutput(task: TaskType): Value {
  // Outputs describe JSON.
  if (task.example !== undefined) return task.example as Value;
  // As much of it as is looked at here.
  return sampleOf(z.toJSONSchema(task.output, { unrepresentable: 'any', io: 'input' }) as Schema);
}

export function sampleOf(schema: Schema): Value {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0] ?? null;
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0]);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return texts[schema.format ?? ''] ?? 'example';
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1);
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    default:
      return null;
  }
}

const texts: Record<string, string> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  email: 'example@example.com',
  uri: 'https://example.com/',
  date: '2030-01-01',
  'date-time': '2030-01-01T00:00:00Z',
};

/** What a person enters who accepts what is there, says yes, and leaves out what is not asked for. */
export function sampleEntry(field: WorkFormField & { value?: Value }): Value {
  if (field.value !== undefined && field.value !== null) return field.value;
  if (field.type === 'boolean') return field.required === true;
  if (!field.required) return null;
  if (field.options?.[0]) return field.options[0].value;
  return entries[field.type] ?? 'example';
}

const entries: Record<string, Value> = {
  integer: 1,
  number: 1,
  decimal: 1,
  date: '2030-01-01',
  dateTime: '2030-01-01T00:00:00Z',
};
