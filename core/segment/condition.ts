/**
 * What a segment asks of a record. `where` is the filter language of lists, with `{"ago": "P30D"}` for times that
 * move; `related` counts records of another entity that point at this one, or at what `from` leads to.
 */
import { parseRule, resolvePath } from '../access/rule/parse.ts';
import { testsOf, type Rule } from '../access/rule/rule.ts';
import type { FieldShape, Shapes } from '../access/shape.ts';
import { invalid, type FieldError } from '../errors.ts';
import { resolveTimes } from './resolve-times.ts';

export interface Related {
  entity: string;
  /** The relation of that entity. */
  by: FieldShape;
  /** A relation of the record itself whose target they share; the record when absent. */
  from: FieldShape | null;
  where: Rule;
  atLeast: number;
  /** Null: any number from `atLeast` on. */
  atMost: number | null;
}

export type Condition =
  | { kind: 'all' | 'any'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'where'; rule: Rule }
  | { kind: 'related'; related: Related }
  | { kind: 'member'; segment: string };

export interface ParsedCondition {
  condition: Condition;
  readsTime: boolean;
  /** Segments it refers to. */
  segments: string[];
}

export interface ConditionInput {
  condition: unknown;
  entity: string;
  shapes: Shapes;
  /** Milliseconds since 1970. */
  now: number;
  pointer?: string;
}

interface State extends ConditionInput {
  errors: FieldError[];
  parts: number;
  readsTime: boolean;
  segments: Set<string>;
}

interface Place {
  node: unknown;
  pointer: string;
  depth: number;
}

const deepest = 6;
const mostParts = 100;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Throws problem `validation` (422) with everything that is wrong. */
export function parseCondition(input: ConditionInput): ParsedCondition {
  const state: State = { ...input, errors: [], parts: 0, readsTime: false, segments: new Set() };
  const pointer = input.pointer ?? '/condition';
  const condition = parseNode(state, { node: input.condition, pointer, depth: 0 });
  if (state.errors.length > 0) throw invalid(state.errors);
  return { condition, readsTime: state.readsTime, segments: [...state.segments] };
}

const everything: Condition = { kind: 'all', parts: [] };

function fail(state: State, pointer: string, code: string, params: Record<string, unknown> = {}): Condition {
  if (state.errors.length < 20) state.errors.push({ pointer, code, params });
  return everything;
}

function parseNode(state: State, { node, pointer, depth }: Place): Condition {
  if (depth > deepest) return fail(state, pointer, 'segment-deep', { max: deepest });
  if (++state.parts > mostParts) return fail(state, pointer, 'segment-large', { max: mostParts });
  if (typeof node !== 'object' || node === null || Array.isArray(node) || Object.keys(node).length !== 1)
    return fail(state, pointer, 'segment-part-unclear');
  const [[kind, value] = ['', undefined]] = Object.entries(node);
  const at = `${pointer}/${kind.slice(0, 40)}`;
  switch (kind) {
    case 'all':
    case 'any':
      if (!Array.isArray(value)) return fail(state, at, 'not-list');
      return {
        kind,
        parts: value.map((part, index) =>
          parseNode(state, { node: part, pointer: `${at}/${index}`, depth: depth + 1 }),
        ),
      };
    case 'not':
      return { kind, part: parseNode(state, { node: value, pointer: at, depth: depth + 1 }) };
    case 'where':
      return { kind, rule: parseWhere(state, { filter: value, entity: state.entity, pointer: at }) };
    case 'related':
      return parseRelated(state, value, at);
    case 'member':
      if (typeof value !== 'string' || !uuid.test(value)) return fail(state, at, 'segment-member-unknown');
      state.segments.add(value.toLowerCase());
      return { kind, segment: value.toLowerCase() };
    default:
      return fail(state, pointer, 'segment-part-unknown', { part: kind.slice(0, 40) });
  }
}

function parseWhere(
  state: State,
  { filter, entity, pointer }: { filter: unknown; entity: string; pointer: string },
): Rule {
  try {
    const resolved = resolveTimes(filter, state.now);
    if (resolved.readsTime) state.readsTime = true;
    const rule = parseRule({ filter: resolved.value, entity, shapes: state.shapes, pointer });
    state.readsTime ||= testsOf(rule).some(({ path }) => path.some((field) => field.readsTime));
    return rule;
  } catch (error) {
    // What the filter language refuses comes with its own places and codes.
    const errors = (error as { errors?: FieldError[] }).errors;
    if (!errors) throw error;
    state.errors.push(...errors.slice(0, 20 - state.errors.length));
    return { kind: 'none' };
  }
}

function parseRelated(state: State, value: unknown, pointer: string): Condition {
  if (typeof value !== 'object' || value === null) return fail(state, pointer, 'segment-part-unclear');
  const { entity, by, from, where, count } = value as Record<string, unknown>;
  const shape = typeof entity === 'string' ? knownShape(state.shapes, entity) : undefined;
  if (!shape || typeof by !== 'string')
    return fail(state, `${pointer}/entity`, 'segment-related-unknown', {
      entity: String(entity).slice(0, 80),
    });
  const byField = resolvePath({ shapes: state.shapes, entity: shape.id, path: by })?.[0];
  const fromField =
    typeof from === 'string'
      ? resolvePath({ shapes: state.shapes, entity: state.entity, path: from })?.[0]
      : null;
  const target = fromField ? fromField.target : state.entity;
  if (!byField?.target || fromField === undefined || fromField?.kind === 'list' || byField.target !== target)
    return fail(state, `${pointer}/by`, 'segment-related-by', { entity: shape.id, by: by.slice(0, 80) });
  const range = parseCount(count);
  if (!range) return fail(state, `${pointer}/count`, 'segment-count-unclear');
  return {
    kind: 'related',
    related: {
      entity: shape.id,
      by: byField,
      from: fromField,
      where: parseWhere(state, { filter: where, entity: shape.id, pointer: `${pointer}/where` }),
      ...range,
    },
  };
}

function knownShape(shapes: Shapes, entity: string) {
  try {
    return shapes(entity);
  } catch {
    return undefined;
  }
}

/** At least one when nothing is said. */
function parseCount(count: unknown): { atLeast: number; atMost: number | null } | null {
  if (count === undefined || count === null) return { atLeast: 1, atMost: null };
  if (typeof count !== 'object') return null;
  const { gte, lte, eq, ...rest } = count as Record<string, unknown>;
  const numbers = [gte, lte, eq].filter((one) => one !== undefined);
  const isWhole = numbers.every((one) => Number.isInteger(one) && Number(one) >= 0 && Number(one) <= 1e6);
  if (Object.keys(rest).length > 0 || numbers.length === 0 || !isWhole) return null;
  if (eq !== undefined) return { atLeast: Number(eq), atMost: Number(eq) };
  return { atLeast: Number(gte ?? 0), atMost: lte === undefined ? null : Number(lte) };
}
