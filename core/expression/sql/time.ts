/** What the time is, and how far apart two times are. */
import { dateIn } from '../function/calendar.ts';
import { errorOf, isTextual, NoSql, readsTime, type Part, type SqlCompiler } from './part.ts';

export const now = (compiler: SqlCompiler): Part => ({
  sql:
    compiler.options.clock?.now ?? compiler.parameter(new Date(nowOf(compiler)).toISOString(), 'timestamptz'),
  type: 'dateTime',
  nothing: 'never',
});

export const millis = (compiler: SqlCompiler): Part => ({
  sql: compiler.options.clock
    ? `trunc(extract(epoch from ${compiler.options.clock.now}) * 1000)`
    : compiler.parameter(nowOf(compiler), 'numeric'),
  type: 'number',
  nothing: 'never',
});

export const today = (compiler: SqlCompiler): Part => ({
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
export function days([from, to]: [Part, Part], compiler: SqlCompiler): Part {
  if (![from, to].every((part) => isTextual(part) && part.type !== 'text'))
    throw new NoSql('$days takes dates');
  const nothing = errorOf(from, to);
  if (from.type === 'dateTime' && to.type === 'dateTime') {
    const sql = `trunc(extract(epoch from (${to.sql}) - (${from.sql})) / 86400)`;
    return { sql, type: 'number', nothing };
  }
  return { sql: `((${day(to, compiler)}) - (${day(from, compiler)}))`, type: 'number', nothing };
}

/** Whole calendar months, as the closures count them: the last day of a short month makes one full. */
export function months([from, to]: [Part, Part], compiler: SqlCompiler): Part {
  if (![from, to].every((part) => isTextual(part) && part.type !== 'text'))
    throw new NoSql('$months takes dates');
  const [a, b] = [`(${day(from, compiler)})`, `(${day(to, compiler)})`];
  const sql = `(case when ${a} <= ${b} then ${monthsBetween(a, b)} else 0 - ${monthsBetween(b, a)} end)`;
  return { sql, type: 'number', nothing: errorOf(from, to) };
}

function monthsBetween(from: string, to: string): string {
  const part = (name: string, of: string): string => `extract(${name} from ${of})`;
  const last = `(date_trunc('month', ${to}::timestamp) + interval '1 month' - interval '1 day')`;
  const isFull = `${part('day', to)} >= least(${part('day', from)}, ${part('day', last)})`;
  return `((${part('year', to)} - ${part('year', from)}) * 12 + ${part('month', to)} - ${part('month', from)}
    - (case when ${isFull} then 0 else 1 end))`;
}

const day = (part: Part, compiler: SqlCompiler): string =>
  part.type === 'date'
    ? part.sql
    : `((${part.sql}) at time zone ${compiler.options.clock?.timeZone ?? compiler.parameter(zoneOf(compiler), 'text')})::date`;
