import type { Node } from '../ast.ts';
import { dateIn } from '../function/calendar.ts';
import { truth } from './boolean.ts';
import { double } from './arithmetic.ts';
import { errorOf, isTextual, NoSql, readsTime, type Part, type SqlCompiler } from './part.ts';

type SqlFunction = (args: Part[], compiler: SqlCompiler) => Part;

/** Functions whose SQL means the same; `$uppercase`, `$round`, `$string` and the like do not, in every case. */
const functions: Readonly<Record<string, { arity: number; make: SqlFunction }>> = {
  not: { arity: 1, make: ([value]) => negated(truth(given(value))) },
  boolean: { arity: 1, make: ([value]) => truth(given(value)) },
  exists: { arity: 1, make: () => ({ sql: 'true', type: 'boolean', nothing: 'never' }) },
  abs: { arity: 1, make: ([value]) => ofNumber('abs', given(value)) },
  floor: { arity: 1, make: ([value]) => ofNumber('floor', given(value)) },
  ceil: { arity: 1, make: ([value]) => ofNumber('ceil', given(value)) },
  length: { arity: 1, make: ([value]) => length(given(value)) },
  contains: { arity: 2, make: ([value, token]) => contains(given(value), given(token)) },
  now: { arity: 0, make: (_args, compiler) => now(compiler) },
  today: { arity: 0, make: (_args, compiler) => today(compiler) },
  days: { arity: 2, make: ([from, to], compiler) => days([given(from), given(to)], compiler) },
};

export function sqlFunction(node: Node, compiler: SqlCompiler): Part {
  const name = node.procedure?.type === 'variable' ? String(node.procedure.value) : '';
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  const args = node.arguments ?? [];
  if (!known || args.length !== known.arity) throw new NoSql(`$${name} has no SQL`, node.position);
  return known.make(
    args.map((arg) => compiler.part(arg)),
    compiler,
  );
}

const given = (part: Part | undefined): Part => {
  if (!part) throw new NoSql('an argument is left out');
  return part;
};

const negated = (part: Part): Part => ({ ...part, sql: `(not ${part.sql})` });

const ofNumber = (name: string, part: Part): Part => ({
  sql: `${name}(${double(part)})`,
  type: 'number',
  nothing: errorOf(part),
  isDouble: true,
});

function length(part: Part): Part {
  if (part.type !== 'text') throw new NoSql(`$length of ${part.type} has no SQL`);
  return { sql: `char_length(${part.sql})`, type: 'number', nothing: errorOf(part) };
}

function contains(value: Part, token: Part): Part {
  if (value.type !== 'text' || token.type !== 'text') throw new NoSql('$contains takes text');
  return { sql: `(strpos(${value.sql}, ${token.sql}) > 0)`, type: 'boolean', nothing: errorOf(value, token) };
}

const now = (compiler: SqlCompiler): Part => ({
  sql:
    compiler.options.clock?.now ?? compiler.parameter(new Date(nowOf(compiler)).toISOString(), 'timestamptz'),
  type: 'dateTime',
  nothing: 'never',
});

const today = (compiler: SqlCompiler): Part => ({
  sql: compiler.options.clock?.today ?? compiler.parameter(dateIn(zoneOf(compiler), nowOf(compiler)), 'date'),
  type: 'date',
  nothing: 'never',
});

function nowOf({ options: { now: known } }: SqlCompiler): number {
  if (known === undefined) throw new NoSql(readsTime);
  return known;
}

/** The company's zone may change: without a time there is none either. */
function zoneOf(compiler: SqlCompiler): string {
  nowOf(compiler);
  return compiler.options.timeZone ?? 'UTC';
}

/** Two instants: elapsed 24 hours; with a date: calendar days in the company's time zone. */
function days([from, to]: [Part, Part], compiler: SqlCompiler): Part {
  if (![from, to].every((part) => isTextual(part) && part.type !== 'text'))
    throw new NoSql('$days takes dates');
  const nothing = errorOf(from, to);
  if (from.type === 'dateTime' && to.type === 'dateTime') {
    const sql = `trunc(extract(epoch from (${to.sql}) - (${from.sql})) / 86400)`;
    return { sql, type: 'number', nothing };
  }
  return { sql: `((${day(to, compiler)}) - (${day(from, compiler)}))`, type: 'number', nothing };
}

const day = (part: Part, compiler: SqlCompiler): string =>
  part.type === 'date'
    ? part.sql
    : `((${part.sql}) at time zone ${compiler.options.clock?.timeZone ?? compiler.parameter(zoneOf(compiler), 'text')})::date`;
