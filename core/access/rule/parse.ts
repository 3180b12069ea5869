/**
 * The filter language as JSON: `{"stage": {"in": ["won"]}, "account.name": {"contains": "ltd"}}`, members joined by
 * and, with `and`, `or` (lists) and `not`. A bare value means `eq`, a bare list `in`, a bare null "is empty". A path over a
 * list asks whether one of its records fits, each member by itself; `{"contacts": {"some": {…}}}` asks for one that fits all.
 * Field names are only ever looked up: nothing of the input becomes SQL text.
 */
import { invalid, type FieldError } from '../../errors.ts';
import type { FieldShape, Shapes } from '../shape.ts';
import { parseTest } from './parse-test.ts';
import { all, and, not, or, some, type Rule } from './rule.ts';

const deepest = 8;
const mostTests = 200;
const longestPath = 4;

export interface ParseInput {
  filter: unknown;
  entity: string;
  shapes: Shapes;
  /** Where the filter stands in the request. */
  pointer?: string;
}

interface State extends ParseInput {
  errors: FieldError[];
  tests: number;
}

/** Throws problem `validation` (422) with everything that is wrong. */
export function parseRule(input: ParseInput): Rule {
  if (input.filter === undefined || input.filter === null) return all;
  const state: State = { ...input, errors: [], tests: 0 };
  const { entity, filter: node, pointer = '/filter' } = input;
  const rule = parseNode(state, { node, pointer, depth: 0, entity, lead: [] });
  if (state.errors.length > 0) throw invalid(state.errors);
  return rule;
}

interface Place {
  node: unknown;
  pointer: string;
  depth: number;
  /** What the node's fields are of, and the path that leads there. */
  entity: string;
  lead: readonly FieldShape[];
}

function parseNode(state: State, { node, pointer, depth, ...where }: Place): Rule {
  if (depth > deepest) return fail(state, pointer, 'filter-deep', { max: deepest });
  if (typeof node !== 'object' || node === null || Array.isArray(node))
    return fail(state, pointer, 'filter-not-object');
  const parts: Rule[] = [];
  for (const [key, value] of Object.entries(node)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (key === 'and' || key === 'or') {
      const list = parseList(state, { node: value, pointer: at, depth, ...where });
      parts.push(key === 'and' ? and(list) : or(list));
    } else if (key === 'not')
      parts.push(not(parseNode(state, { node: value, pointer: at, depth: depth + 1, ...where })));
    else parts.push(parseField(state, { key, node: value, pointer: at, depth, ...where }));
  }
  return and(parts);
}

function parseList(state: State, { node, pointer, depth, ...where }: Place): Rule[] {
  if (!Array.isArray(node)) {
    fail(state, pointer, 'not-list');
    return [];
  }
  return node.map((part, index) =>
    parseNode(state, { node: part, pointer: `${pointer}/${index}`, depth: depth + 1, ...where }),
  );
}

function parseField(
  state: State,
  { key, node, pointer, depth, entity, lead }: Place & { key: string },
): Rule {
  if (++state.tests > mostTests) return fail(state, pointer, 'filter-large', { max: mostTests });
  const own = resolvePath({ shapes: state.shapes, entity, path: key });
  if (!own) return fail(state, pointer, 'field-unknown', { field: key.slice(0, 80), entity });
  const path = [...lead, ...own];
  const { target } = path.at(-1)!;
  const test = (value: unknown): Rule =>
    parseTest({ path, value, pointer, fail: (at, code, params) => fail(state, at, code, params) });
  if (target === undefined || !asksSome(node)) return test(node);
  const { some: inner, ...others } = node;
  const at = { pointer: `${pointer}/some`, depth: depth + 1, entity: target, lead: path };
  return and([some(path, parseNode(state, { node: inner, ...at })), test(others)]);
}

const asksSome = (value: unknown): value is Record<'some', unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'some');

function fail(state: State, pointer: string, code: string, params?: Record<string, unknown>): Rule {
  if (state.errors.length < 20) state.errors.push({ pointer, code, params });
  return all;
}

/** The fields a dotted path goes through, or undefined where one does not exist. */
export function resolvePath(input: {
  shapes: Shapes;
  entity: string;
  path: string;
}): FieldShape[] | undefined {
  const names = input.path.split('.');
  if (names.length > longestPath) return undefined;
  const fields: FieldShape[] = [];
  let entity: string | undefined = input.entity;
  for (const name of names) {
    if (entity === undefined) return undefined;
    const field: FieldShape | undefined = input.shapes(entity).fields.get(name);
    if (!field) return undefined;
    // `account.id` is the relation itself.
    if (name === 'id' && fields.length > 0) return fields;
    fields.push(field);
    entity = field.target;
  }
  return fields;
}

const escapePointer = (name: string): string => name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
