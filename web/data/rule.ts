/** A record rule as a tree that a builder shows and a sentence tells; reads every form of the JSON and writes the plainest. */
import { isRelation } from './is-relation.ts';
import type { FieldType } from '../../core/entity/definition.ts';
import { entityOf, shownType, type Meta, type MetaField } from './meta.ts';

export type RuleJson = Record<string, unknown>;

export type RuleOperator =
  | 'is'
  | 'isNot'
  | 'in'
  | 'notIn'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'startsWith'
  | 'isEmpty'
  | 'isFilled';

export interface RuleTest {
  kind: 'test';
  /** Field ids with dots between: relations, then the field. */
  path: string;
  operator: RuleOperator;
  value: unknown;
}

export interface RuleGroup {
  kind: 'group';
  /** `none` is "none of these". */
  mode: 'and' | 'or' | 'none';
  parts: RuleNode[];
}

/** What the builder has no words for: kept as it was written. */
export interface RuleOther {
  kind: 'other';
  rule: RuleJson;
}

export type RuleNode = RuleTest | RuleGroup | RuleOther;

export const me = '$actor.id';
export const myTeam = '$actor.team';

const read: Record<string, RuleOperator> = {
  eq: 'is',
  ne: 'isNot',
  in: 'in',
  nin: 'notIn',
  lt: 'lt',
  lte: 'lte',
  gt: 'gt',
  gte: 'gte',
  contains: 'contains',
  startsWith: 'startsWith',
};
const written = Object.fromEntries(Object.entries(read).map(([json, operator]) => [operator, json]));

export function ruleToTree(rule: RuleJson | undefined): RuleGroup {
  const node = nodeOf(rule ?? {});
  return node.kind === 'group' && node.mode !== 'none' ? node : { kind: 'group', mode: 'and', parts: [node] };
}

function nodeOf(rule: RuleJson): RuleNode {
  const parts = Object.entries(rule).flatMap(([key, value]): RuleNode[] => {
    if (key === 'and' || key === 'or')
      return [group(key, (Array.isArray(value) ? (value as RuleJson[]) : []).map(nodeOf))];
    if (key === 'not') return [negated(nodeOf(value as RuleJson))];
    return testsOf(key, value);
  });
  return parts.length === 1 ? parts[0]! : group('and', parts);
}

const group = (mode: RuleGroup['mode'], parts: RuleNode[]): RuleGroup => ({ kind: 'group', mode, parts });

const negated = (node: RuleNode): RuleGroup =>
  node.kind === 'group' && node.mode === 'or' ? group('none', node.parts) : group('none', [node]);

function testsOf(path: string, value: unknown): (RuleTest | RuleOther)[] {
  if (value === null) return [{ kind: 'test', path, operator: 'isEmpty', value: null }];
  if (Array.isArray(value)) return [{ kind: 'test', path, operator: 'in', value }];
  if (typeof value !== 'object') return [{ kind: 'test', path, operator: 'is', value }];
  return Object.entries(value).flatMap(([name, operand]) => operatorTests(path, name, operand));
}

function operatorTests(path: string, name: string, operand: unknown): (RuleTest | RuleOther)[] {
  const test = (operator: RuleOperator, value: unknown): RuleTest => ({
    kind: 'test',
    path,
    operator,
    value,
  });
  if (name === 'isNull') return [test(operand === false ? 'isFilled' : 'isEmpty', null)];
  if (name === 'between' && Array.isArray(operand)) return [test('gte', operand[0]), test('lte', operand[1])];
  if (operand === null) return [test(name === 'ne' ? 'isFilled' : 'isEmpty', null)];
  const operator = read[name];
  if (operator === undefined) return [{ kind: 'other', rule: { [path]: { [name]: operand } } }];
  // `in` with the person or the team reads as "is".
  return [test(operator === 'in' && !Array.isArray(operand) ? 'is' : operator, operand)];
}

/** Undefined for "every record": a group of nothing. */
export function treeToRule(node: RuleNode): RuleJson | undefined {
  if (node.kind === 'test') return testToRule(node);
  if (node.kind === 'other') return node.rule;
  const parts = node.parts.map(treeToRule).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  if (node.mode === 'none') return { not: parts.length === 1 ? parts[0] : { or: parts } };
  if (parts.length === 1) return parts[0];
  if (node.mode === 'or') return { or: parts };
  const keys = parts.flatMap((part) => Object.keys(part));
  return new Set(keys).size === keys.length ? (Object.assign({}, ...parts) as RuleJson) : { and: parts };
}

function testToRule({ path, operator, value }: RuleTest): RuleJson | undefined {
  if (path === '') return undefined;
  if (operator === 'isEmpty' || operator === 'isFilled')
    return { [path]: { isNull: operator === 'isEmpty' } };
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (operator === 'is' && typeof value !== 'object') return { [path]: value };
  return { [path]: { [written[operator]!]: value } };
}

/** Stands for a rule while a condition of it lacks its field or value: it is never saved as "every record". */
export const unfinished: RuleJson = { $unfinished: true };

export const isUnfinished = (node: RuleNode): boolean =>
  node.kind === 'group'
    ? node.parts.some(isUnfinished)
    : node.kind === 'test' && (node.path === '' || (takesValue(node.operator) && isNothing(node.value)));

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const people: RuleOperator[] = ['is', 'isNot', 'in', 'notIn', 'isEmpty', 'isFilled'];
const ordered: RuleOperator[] = ['is', 'isNot', 'gt', 'gte', 'lt', 'lte', 'isEmpty', 'isFilled'];
const wordy: RuleOperator[] = ['is', 'isNot', 'in', 'notIn', 'contains', 'startsWith', 'isEmpty', 'isFilled'];
const chosen: RuleOperator[] = ['in', 'notIn', 'isEmpty', 'isFilled'];
const byType: Partial<Record<FieldType, RuleOperator[]>> = {
  integer: ordered,
  decimal: ordered,
  money: ordered,
  date: ordered,
  dateTime: ordered,
  boolean: ['is', 'isEmpty', 'isFilled'],
  user: people,
  relation: chosen,
  relationMany: chosen,
  select: chosen,
  multiSelect: chosen,
  tags: chosen,
};

export const ruleOperators = (field: MetaField): RuleOperator[] => byType[shownType(field)] ?? wordy;

export const takesValue = (operator: RuleOperator): boolean =>
  operator !== 'isEmpty' && operator !== 'isFilled';

const notAskable = [
  'json',
  'secret',
  'file',
  'geoPoint',
  'address',
  'richText',
  'formula',
  'rollup',
  'memberCount',
];

export interface PathChoice {
  path: string;
  label: string;
}

/** What a rule may ask: own fields, then those of records one relation away. */
export function pathChoices(meta: Meta, entity: string): PathChoice[] {
  const found = entityOf(meta, entity);
  const own = (found?.fields ?? []).filter(({ type }) => !notAskable.includes(type));
  const far = own.flatMap((field) => {
    const target = isRelation(field) && field.entity ? entityOf(meta, field.entity) : undefined;
    return (target?.fields ?? [])
      .filter(({ type }) => !notAskable.includes(type))
      .map(({ id, label }) => ({ path: `${field.id}.${id}`, label: `${field.label} › ${label}` }));
  });
  return [...own.map(({ id, label }) => ({ path: id, label })), ...far];
}

/** The field at the end of a path; undefined where it leads nowhere any more. */
export function fieldAt(meta: Meta, entity: string, path: string): MetaField | undefined {
  let at: string | undefined = entity;
  let field: MetaField | undefined;
  for (const name of path.split('.')) {
    field = at === undefined ? undefined : entityOf(meta, at)?.fields.find(({ id }) => id === name);
    if (!field) return undefined;
    at = field.entity;
  }
  return field;
}
