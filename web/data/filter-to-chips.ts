import { addDays, dayText } from './days.ts';
import { operatorsFor, type Chip, type Operator } from './filter.ts';
import { shownType, type MetaField } from './meta.ts';
import type { Filter } from './records.ts';

const operators: Record<string, Operator> = {
  eq: 'is',
  ne: 'isNot',
  in: 'isOneOf',
  nin: 'isNot',
  all: 'hasAll',
  contains: 'contains',
  gt: 'over',
  lt: 'under',
  gte: 'from',
  lte: 'until',
};

/** The chips that make this filter; null for one that no chips make. */
export function filterToChips(filter: Filter | undefined, fields: readonly MetaField[]): Chip[] | null {
  if (!filter) return [];
  const parts = Array.isArray(filter['and']) ? (filter['and'] as Filter[]) : [filter];
  const chips = parts.map((part) => chipOf(part, fields));
  return chips.includes(null) ? null : chips.filter((chip) => chip !== null);
}

function chipOf(part: Filter, fields: readonly MetaField[]): Chip | null {
  const [[id, condition] = ['', undefined], ...others] = Object.entries(part);
  const field = fields.find((each) => each.id === id);
  if (!field || others.length > 0 || typeof condition !== 'object' || condition === null) return null;
  const [[name, value] = ['', undefined], ...more] = Object.entries(condition);
  if (more.length > 0) return null;
  if (shownType(field) === 'boolean' && name === 'ne' && value === true)
    return { field: id, operator: 'is', value: false };
  const day = shownType(field) === 'dateTime' && value !== null ? dayOf(name, value) : undefined;
  if (day) return { field: id, ...day };
  const operator =
    value === null ? { eq: 'isEmpty' as const, ne: 'isFilled' as const }[name] : operators[name];
  const known = operator && knownAs(operator, { name, field });
  if (!known || !operatorsFor(field).includes(known)) return null;
  return { field: id, operator: known, ...(value !== null && { value }) };
}

/** What is one of one thing reads the same for a field that knows only lists, and lists have words of their own. */
function knownAs(operator: Operator, { name, field }: { name: string; field: MetaField }): Operator {
  if (field.type === 'relationMany') return listWords[name] ?? operator;
  return operator === 'is' && !operatorsFor(field).includes('is') ? 'isOneOf' : operator;
}

const listWords: Record<string, Operator> = {
  in: 'hasAny',
  contains: 'hasAny',
  all: 'hasAll',
  nin: 'hasNone',
};

/** Moments that begin a day are what "from" and "until" made of that day. */
function dayOf(name: string, value: unknown): Omit<Chip, 'field'> | undefined {
  const moment = new Date(String(value));
  if (Number.isNaN(moment.getTime()) || moment.getHours() + moment.getMinutes() > 0) return undefined;
  if (name === 'gte') return { operator: 'from', value: dayText(moment) };
  if (name !== 'lt') return undefined;
  return { operator: 'until', value: addDays(dayText(moment), -1) };
}
