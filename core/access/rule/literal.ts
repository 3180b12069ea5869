import type { FieldShape } from '../shape.ts';
import type { ActorValue, Literal } from './rule.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** What a field can be compared with; undefined for anything else. */
export function parseLiteral(field: FieldShape, value: unknown): Literal | ActorValue | undefined {
  if (field.literal) return field.literal(value);
  switch (field.kind) {
    case 'text':
    case 'list':
      return typeof value === 'string' && !value.includes('\0') ? value.toWellFormed() : undefined;
    case 'number':
      return parseNumber(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return typeof value === 'string' && day.test(value) && !Number.isNaN(Date.parse(value))
        ? value
        : undefined;
    case 'instant':
      return parseMoment(value);
    case 'id':
      return parseId(value);
    default:
      return undefined;
  }
}

function parseNumber(field: FieldShape, value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  // A whole-number column is compared as such, or its index would not serve.
  return field.sqlType === 'bigint' && !Number.isSafeInteger(number) ? undefined : number;
}

/** A bare day is its first moment in UTC. */
function parseMoment(value: unknown): string | undefined {
  if (typeof value !== 'string' || !(moment.test(value) || day.test(value))) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function parseId(value: unknown): Literal | ActorValue | undefined {
  if (value === '$actor.id') return { actor: 'id' };
  if (value === '$actor.team') return { actor: 'team' };
  // Relations read as `{id, title}` and may be asked for in that form.
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' && uuid.test(id) ? id.toLowerCase() : undefined;
}
