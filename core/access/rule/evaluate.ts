/**
 * A rule over a record in memory; agrees with `to-sql.ts` (property test). Relations that a path follows must be
 * there as nested records; where one is missing, the path has no value.
 */
import type { Actor } from '../actor.ts';
import type { FieldShape } from '../shape.ts';
import type { Literal, Rule, Test } from './rule.ts';
import { operandOf, valuesOf } from './to-sql.ts';

type Data = Readonly<Record<string, unknown>>;

export const evaluate = (rule: Rule, record: Data, actor: Actor): boolean =>
  holds(rule, record, { actor, depth: 0 });

interface Place {
  actor: Actor;
  /** So many fields of each path are behind the record. */
  depth: number;
}

function holds(rule: Rule, record: Data, { actor, depth }: Place): boolean {
  switch (rule.kind) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'and':
      return rule.parts.every((part) => holds(part, record, { actor, depth }));
    case 'or':
      return rule.parts.some((part) => holds(part, record, { actor, depth }));
    case 'not':
      return !holds(rule.part, record, { actor, depth });
    case 'test':
      return matchesAt(rule, record, { actor, depth });
    case 'some':
      return targetsOf(rule.path.slice(depth), record).some((one) =>
        holds(rule.part, one, { actor, depth: rule.path.length }),
      );
    case 'shared':
      return sharesOf(record).some(
        ({ holder, level, until }) =>
          actor.holders.includes(holder) &&
          (rule.level === 'read' || level === 'edit') &&
          (until === null || Date.parse(until) > Date.now()),
      );
  }
}

/** How a record was shared; to be in the record as `$shares` where that may decide. */
export interface RecordShare {
  id: string;
  /** `user:<id>`, `team:<id>` or `role:<id>`. */
  holder: string;
  level: 'read' | 'edit';
  until: string | null;
}

// The cast: whoever evaluates in memory puts them there in this shape.
export const sharesOf = (record: Data): readonly RecordShare[] => (record['$shares'] ?? []) as RecordShare[];

/** A path over a list asks whether one of its records fits. */
function matchesAt(test: Test, record: Data, { actor, depth }: Place): boolean {
  const field = test.path.at(-1)!;
  return targetsOf(test.path.slice(depth, -1), record).some((one) =>
    matches(test, comparable(field, one[field.id]), actor),
  );
}

/** The records that a path leads to; what is no record has nothing further on. */
function targetsOf(path: readonly FieldShape[], record: Data): readonly Data[] {
  const [field, ...rest] = path;
  if (!field) return [record];
  return (
    [record[field.id]]
      .flat()
      // The cast: objects, as was looked at.
      .flatMap((one) => (typeof one === 'object' && one !== null ? targetsOf(rest, one as Data) : []))
  );
}

/** Relations as their id, money as its amount, moments as milliseconds. */
function comparable(field: FieldShape, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (field.kind === 'id') return typeof value === 'object' && 'id' in value ? value.id : value;
  if (field.kind === 'list' && field.target) return Array.isArray(value) ? idsIn(value) : value;
  if (field.kind === 'number')
    return Number(typeof value === 'object' && 'amount' in value ? value.amount : value);
  return field.kind === 'instant' ? Date.parse(String(value)) : value;
}

/** An empty list is no value. */
const idsIn = (list: readonly unknown[]): unknown =>
  list.length === 0
    ? null
    : list.map((one) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : one));

function matches(test: Test, value: unknown, actor: Actor): boolean {
  if (value === null) return false;
  if (test.operator === 'hasValue') return true;
  const field = test.path.at(-1)!;
  const like = (literal: Literal | null): unknown => comparable(field, literal);
  if (test.operator === 'in') {
    const values = valuesOf(test, actor);
    return Array.isArray(value)
      ? values.some((one) => value.includes(one))
      : values.some((one) => like(one) === value);
  }
  if (test.operator === 'yearlyIn') return valuesOf(test, actor).includes(String(value).slice(-5));
  const operand = like(operandOf(test, actor));
  if (operand === null) return false;
  if (Array.isArray(value)) return value.includes(operand);
  if (test.operator === 'eq') return value === operand;
  if (test.operator === 'contains')
    return String(value).toLowerCase().includes(String(operand).toLowerCase());
  if (test.operator === 'startsWith')
    return String(value).toLowerCase().startsWith(String(operand).toLowerCase());
  const order = compare(value, operand);
  if (test.operator === 'lt') return order < 0;
  if (test.operator === 'lte') return order <= 0;
  return test.operator === 'gt' ? order > 0 : order >= 0;
}

/** Text by code points, as PostgreSQL's C.UTF-8 does; JavaScript's own `<` compares UTF-16 units. */
function compare(a: unknown, b: unknown): number {
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
  const [left, right] = [[...a], [...b]];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
