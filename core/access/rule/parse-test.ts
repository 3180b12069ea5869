import type { FieldShape, Kind } from '../shape.ts';
import { parseLiteral } from './literal.ts';
import { and, none, not, or, some, type Literal, type Operator, type Rule, type TestValue } from './rule.ts';

/** What may be asked of a kind of value; `isNull` of all. */
const operators: Record<Kind, readonly string[]> = {
  text: ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'startsWith'],
  number: ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte', 'between'],
  date: ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte', 'between', 'yearlyIn'],
  instant: ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte', 'between'],
  boolean: ['eq', 'ne', 'in', 'nin'],
  id: ['eq', 'ne', 'in', 'nin'],
  list: ['contains', 'in', 'nin', 'all'],
  blind: ['eq', 'ne', 'in', 'nin'],
  opaque: [],
};

/** Enough for an import that matches a batch of keys. */
const longestList = 20_000;
/** Of what a list must have all: each is a condition of its own. */
const mostTogether = 50;

type Fail = (pointer: string, code: string, params?: Record<string, unknown>) => Rule;

export interface TestInput {
  path: readonly FieldShape[];
  value: unknown;
  pointer: string;
  fail: Fail;
}

export function parseTest({ path, value, pointer, fail }: TestInput): Rule {
  const asked = askedOf(value);
  const field = path.at(-1)!;
  return together(
    path,
    Object.entries(asked).map(([name, operand]) => {
      const at = value === asked ? `${pointer}/${name.slice(0, 80)}` : pointer;
      if (name === 'isNull') return parseIsNull({ path, value: operand, pointer: at, fail });
      if (operand === null && (name === 'eq' || name === 'ne'))
        return name === 'eq' ? not(hasValue(path)) : hasValue(path);
      const known = operatorsOf(field);
      if (!known.includes(name))
        return fail(at, 'operator-unknown', {
          operator: name.slice(0, 80),
          field: field.id,
          operators: [...known, 'isNull'].join(', '),
        });
      return parseOperator(name, { path, value: operand, pointer: at, fail });
    }),
  );
}

/** A span is of one record: beyond a list, the one that is over its beginning is under its end too. */
function together(path: readonly FieldShape[], rules: readonly Rule[]): Rule {
  const way = path.slice(0, -1);
  const all = and(rules);
  if (all.kind !== 'and' || !way.some(({ kind }) => kind === 'list')) return all;
  const parts = all.parts.flatMap((rule) => (rule.kind === 'and' ? rule.parts : [rule]));
  const ends = parts.filter((rule) => rule.kind === 'test' && isEnd(rule.operator));
  return ends.length < 2 ? all : and([some(way, and(ends)), ...parts.filter((rule) => !ends.includes(rule))]);
}

const isEnd = (operator: Operator): boolean => ['lt', 'lte', 'gt', 'gte'].includes(operator);

/** A list of records may be asked whether it is one, as a field that leads to one is: it then has it. */
const operatorsOf = ({ kind, target }: FieldShape): readonly string[] =>
  kind === 'list' && target !== undefined ? [...operators.list, 'eq', 'ne'] : operators[kind];

function askedOf(value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return { in: value };
  // A plain object of JSON: its members are the operators.
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  return { eq: value };
}

function parseIsNull({ path, value, pointer, fail }: TestInput): Rule {
  if (typeof value !== 'boolean') return fail(pointer, 'not-boolean');
  return value ? not(hasValue(path)) : hasValue(path);
}

const hasValue = (path: readonly FieldShape[]): Rule => ({
  kind: 'test',
  path,
  operator: 'hasValue',
  value: null,
});

function parseOperator(name: string, input: TestInput): Rule {
  if (name === 'ne' || name === 'nin') return not(parseOperator(name === 'ne' ? 'eq' : 'in', input));
  if (name === 'between') {
    if (!Array.isArray(input.value) || input.value.length !== 2) return input.fail(input.pointer, 'not-pair');
    const [low, high] = input.value as unknown[];
    return and([
      parseOperator('gte', { ...input, value: low }),
      parseOperator('lte', { ...input, value: high }),
    ]);
  }
  if (name === 'in') return parseIn(input);
  if (name === 'all') return parseAll(input);
  if (name === 'yearlyIn') return parseYearlyIn(input);
  const literal = parseLiteral(input.path.at(-1)!, input.value);
  if (literal === undefined) return wrong(input);
  // The user and everybody in their teams: `eq` reads naturally for one who manages nobody.
  const isTeam = typeof literal === 'object' && literal.actor === 'team';
  const operator = name === 'eq' && input.path.at(-1)!.kind === 'list' ? 'contains' : (name as Operator);
  return test(input.path, isTeam ? 'in' : operator, literal);
}

function parseIn(input: TestInput): Rule {
  if (!Array.isArray(input.value)) {
    const literal = parseLiteral(input.path.at(-1)!, input.value);
    const isTeam = typeof literal === 'object' && literal.actor === 'team';
    return isTeam ? test(input.path, 'in', literal) : input.fail(input.pointer, 'not-list');
  }
  if (input.value.length > longestList) return input.fail(input.pointer, 'list-long', { max: longestList });
  const literals: Literal[] = [];
  const others: Rule[] = [];
  for (const one of input.value as unknown[]) {
    if (one === null) others.push(not(hasValue(input.path)));
    else {
      const literal = parseLiteral(input.path.at(-1)!, one);
      if (literal === undefined) return wrong(input);
      if (typeof literal === 'object') others.push(test(input.path, 'in', literal));
      else literals.push(literal);
    }
  }
  return or([literals.length > 0 ? test(input.path, 'in', literals) : none, ...others]);
}

/** Each of them is in the list. */
function parseAll(input: TestInput): Rule {
  if (!Array.isArray(input.value)) return input.fail(input.pointer, 'not-list');
  if (input.value.length > mostTogether) return input.fail(input.pointer, 'list-long', { max: mostTogether });
  return and((input.value as unknown[]).map((value) => parseOperator('contains', { ...input, value })));
}

const dayOfYear = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function parseYearlyIn({ path, value, pointer, fail }: TestInput): Rule {
  if (!Array.isArray(value)) return fail(pointer, 'not-list');
  const wrong = value.find((one) => typeof one !== 'string' || !dayOfYear.test(one));
  if (wrong !== undefined)
    return fail(pointer, 'filter-value-yearly', {
      field: path.at(-1)!.id,
      value: String(JSON.stringify(wrong)).slice(0, 80),
    });
  // The cast: each was looked at. A day that is named twice is one.
  return test(path, 'yearlyIn', [...new Set(value as string[])]);
}

const test = (path: readonly FieldShape[], operator: Operator, value: TestValue): Rule => ({
  kind: 'test',
  path,
  operator,
  value,
});

const wrong = ({ path, value, pointer, fail }: TestInput): Rule =>
  fail(pointer, `filter-value-${path.at(-1)!.kind}`, {
    field: path.at(-1)!.id,
    value: String(JSON.stringify(value)).slice(0, 80),
  });
