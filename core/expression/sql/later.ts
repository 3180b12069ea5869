/**
 * Days and months later. What is beyond the years 1 to 9999, or no whole number, is an error to the closures and NULL
 * here: it is asked before anything is added, since PostgreSQL raises. Instants are moved in UTC without a zone, which
 * is the same and, other than with one, can be indexed.
 */
import { double } from './arithmetic.ts';
import { NoSql, type Part } from './part.ts';

/** From the first day of year 1 to the last of year 9999. */
const mostDays = 3_652_058;
const mostSeconds = 315_537_897_600;
/** Months since the year 0. */
const [firstMonth, lastMonth] = [12, 119_999];

export const addDays = (value: Part, count: Part): Part =>
  later(value, count, {
    isWithin: (at, number) =>
      value.type === 'date'
        ? `(${at} - date '0001-01-01') + ${number} between 0 and ${mostDays}`
        : `extract(epoch from ${at} - timestamp '0001-01-01') + ${number} * 86400 >= 0
          and extract(epoch from ${at} - timestamp '0001-01-01') + ${number} * 86400 < ${mostSeconds}`,
    moved: (at, number) =>
      value.type === 'date' ? `${at} + ${number}` : `${at} + ${number} * interval '24 hours'`,
  });

export const addMonths = (value: Part, count: Part): Part =>
  later(value, count, {
    isWithin: (at, number) =>
      `extract(year from ${at}) * 12 + extract(month from ${at}) - 1 + ${number} between ${firstMonth} and ${lastMonth}`,
    moved: (at, number) => `${at} + ${number} * interval '1 month'`,
  });

interface Move {
  isWithin(at: string, number: string): string;
  moved(at: string, number: string): string;
}

function later(value: Part, count: Part, { isWithin, moved }: Move): Part {
  if (value.type !== 'date' && value.type !== 'dateTime') throw new NoSql('a date or an instant moves');
  const number = double(count);
  const at = value.type === 'date' ? `(${value.sql})` : `((${value.sql}) at time zone 'UTC')`;
  // Cut, since PostgreSQL works out what does not depend on the row before it asks whether it is needed.
  const sum = `(${moved(at, `least(greatest(${number}, -4000000), 4000000)::int`)})`;
  const back = value.type === 'date' ? `${sum}::date` : `${sum} at time zone 'UTC'`;
  const sql = `(case when ${number} = trunc(${number}) and ${isWithin(at, number)} then ${back} end)`;
  return { sql, type: value.type, nothing: 'error' };
}
