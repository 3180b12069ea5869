import type { Node } from '../ast.ts';
import { truth } from './boolean.ts';
import { double } from './arithmetic.ts';
import { countOf } from './equality.ts';
import { addDays, addMonths } from './later.ts';
import { errorOf, NoSql, type Part, type SqlCompiler } from './part.ts';
import { days, millis, months, now, today } from './time.ts';

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
  count: { arity: 1, make: ([value]) => count(given(value)) },
  now: { arity: 0, make: (_args, compiler) => now(compiler) },
  millis: { arity: 0, make: (_args, compiler) => millis(compiler) },
  today: { arity: 0, make: (_args, compiler) => today(compiler) },
  days: { arity: 2, make: ([from, to], compiler) => days([given(from), given(to)], compiler) },
  months: { arity: 2, make: ([from, to], compiler) => months([given(from), given(to)], compiler) },
  addDays: { arity: 2, make: ([value, count]) => addDays(given(value), given(count)) },
  addMonths: { arity: 2, make: ([value, count]) => addMonths(given(value), given(count)) },
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

function count(part: Part): Part {
  if (part.type !== 'textList') throw new NoSql(`$count of ${part.type} has no SQL`);
  return { sql: countOf(part), type: 'number', nothing: 'never' };
}

function contains(value: Part, token: Part): Part {
  if (value.type !== 'text' || token.type !== 'text') throw new NoSql('$contains takes text');
  return { sql: `(strpos(${value.sql}, ${token.sql}) > 0)`, type: 'boolean', nothing: errorOf(value, token) };
}
