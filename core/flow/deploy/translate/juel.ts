import { toJsonata } from './expression-reader.ts';
import type { Dialect } from './expression-reader.ts';

const not = (value: string): string => `$not(${value})`;
/** Of numbers and truth values none is empty, 0 and false neither. */
const isEmpty = (value: string): string =>
  `$not($exists(${value}) and ($boolean(${value}) or $type(${value}) in ["number", "boolean"]))`;

const dialect: Dialect = {
  operators: {
    ...Object.fromEntries(['!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'].map((same) => [same, same])),
    ...{ '==': '=', eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=', '&&': 'and', and: 'and' },
    ...{ '||': 'or', or: 'or', div: '/', mod: '%' },
  },
  prefixes: { '!': not, not, empty: isEmpty },
  names: {
    true: 'true',
    false: 'false',
    null: 'null',
    nrOfInstances: 'numberOfInstances',
    nrOfActiveInstances: 'numberOfActiveInstances',
    nrOfCompletedInstances: 'numberOfCompletedInstances',
    // It counts from 0 there, and from 1 by the standard.
    loopCounter: '(loopCounter - 1)',
  },
  call: (name, given, on) => {
    const [first = ''] = given;
    if (on === null) return name === 'not' ? not(first) : name === 'empty' ? isEmpty(first) : null;
    if (on === 'execution') return ofExecution(name, first);
    return methods[name]?.(on, given) ?? null;
  },
  index: (number) => number,
  joinsTexts: false,
  hasIf: false,
};

const ofExecution = (name: string, first: string): string | null => {
  if (/^(getVariable|getVariableLocal)$/.test(name) && /^"[\p{L}_][\p{L}\p{N}_]*"$/u.test(first))
    return first.slice(1, -1);
  if (/^(getProcessBusinessKey|getBusinessKey|getProcessInstanceBusinessKey)$/.test(name))
    return '$instance.businessKey';
  return /^(getProcessInstanceId|getId)$/.test(name) ? '$instance.id' : null;
};

const methods: Record<string, (on: string, given: readonly string[]) => string> = {
  size: (on) => `$count(${on})`,
  length: (on) => `$length(${on})`,
  isEmpty: (on) => isEmpty(on),
  equals: (on, [other = '']) => `(${on} = ${other})`,
  contains: (on, [other = '']) =>
    `($type(${on}) = "string" ? $contains(${on}, ${other}) : ${other} in ${on})`,
  toUpperCase: (on) => `$uppercase(${on})`,
  toLowerCase: (on) => `$lowercase(${on})`,
  trim: (on) => `$trim(${on})`,
};

/** Members of the execution that are read like a field. */
const fields: Record<string, string> = {
  'execution.processBusinessKey': '$instance.businessKey',
  'execution.businessKey': '$instance.businessKey',
  'execution.processInstanceId': '$instance.id',
};

/** `${a == 1 && b}`, `#{…}`, or text with such pieces in it, in JSONata; null where a piece has no counterpart. */
export const juelToJsonata = (text: string): string | null => {
  const pieces = text.split(/([$#]\{[^{}]*\})/).filter((piece) => piece !== '');
  if (pieces.length === 1) return inner(text.slice(2, -1));
  const read = pieces.map((piece) => (isJuel(piece) ? part(piece) : JSON.stringify(piece)));
  return read.includes(null) ? null : read.join(' & ');
};

export const isJuel = (text: string): boolean => /[$#]\{/.test(text);

/** One beside text; null too where its braces are not at its ends. */
const part = (piece: string): string | null => {
  const read = /^[$#]\{[^{}]*\}$/.test(piece) ? inner(piece.slice(2, -1)) : null;
  return read === null || /^[\w.$]+$/.test(read) ? read : `(${read})`;
};

const inner = (expression: string): string | null =>
  fields[expression.trim()] ?? toJsonata(expression, dialect);
