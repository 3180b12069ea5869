import { toExpressionValue } from '../../../expression/index.ts';
import type { Value } from '../../step/types.ts';

const references = new Set(['relation', 'user']);
const systemReferences = new Set(['owner', 'createdBy', 'updatedBy']);

/** A value of an event as expressions see it: events hold references as bare ids, expressions read `field.id`. */
export function toEventValue(type: string | undefined, field: string, value: unknown): Value {
  const isReference = type ? references.has(type) : systemReferences.has(field);
  if (isReference && typeof value === 'string') return { id: value };
  if (type === 'relationMany' && Array.isArray(value)) return value.map((id: string) => ({ id }));
  return toExpressionValue(type ?? '', value);
}
