import type { Db } from '../../db/connect.ts';
import type { RecordData } from '../definition.ts';
import type { QueryContext } from './context.ts';
import type { PersonRef, Selection } from './selection.ts';

/** Runs a prepared statement and gives rows as lists, which the driver makes faster than objects. */
export const runRows = (
  db: Db,
  text: string,
  values: readonly (string | null | boolean)[],
): Promise<unknown[][]> => db.unsafe(text, [...values], { prepare: true }).values();

/** Rows to records, with the names of the people in them. */
export async function decodeRows(
  context: QueryContext,
  selection: Selection,
  rows: readonly (readonly unknown[])[],
): Promise<RecordData[]> {
  const people: PersonRef[] = [];
  const records = rows.map((row) => selection.decode(row, people));
  if (people.length > 0) {
    const names = await context.people.names(people.map(({ id }) => id));
    for (const person of people) person.title = names.get(person.id) ?? person.title;
  }
  return records;
}
