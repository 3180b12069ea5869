import type { Tx } from '../../../db/connect.ts';
import { ensurePeople, type PersonRow } from '../../../identity/index.ts';
import type { ImportOptions } from '../mapping.ts';
import type { ReadRow, RowReader } from '../row/read-row.ts';
import type { ImportWriter, RowOutcome } from './writer.ts';

/** Rows into people, their managers and teams. A person who is there already is updated, or left as is. */
export function peopleWriter(input: { reader: RowReader; options: ImportOptions }): ImportWriter {
  return {
    forget: () => {},
    async write(tx, rows) {
      const outcomes: RowOutcome[] = [];
      for (const row of rows) outcomes.push(await writePerson(tx, input.reader.read(row), input.options));
      return outcomes;
    },
  };
}

async function writePerson(tx: Tx, row: ReadRow, options: ImportOptions): Promise<RowOutcome> {
  const person = personOf(row, options);
  if (row.reasons.length > 0) return { state: 'rejected', reasons: row.reasons };
  if (options.duplicates === 'skip' && (await isKnown(tx, person))) return { state: 'skipped' };
  try {
    const [outcome] = await tx.savepoint((part) => ensurePeople(part, [person]));
    return { state: outcome!.wasCreated ? 'created' : 'updated', id: outcome!.id };
  } catch (error) {
    const code = (error as { constraint_name?: string }).constraint_name;
    if (code !== 'user_email_key') throw error;
    return { state: 'rejected', reasons: [{ code: 'email-taken', params: {}, field: 'email' }] };
  }
}

function personOf(row: ReadRow, options: ImportOptions): PersonRow {
  // Fields of people are texts: their readers give nothing else.
  const values = row.values as Record<'name' | 'email' | 'manager' | 'team', string | undefined>;
  if (row.reasons.length === 0 && !values.name)
    row.reasons.push({ code: 'required', params: { field: 'name' }, field: 'name' });
  if (values.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email))
    row.reasons.push({ code: 'not-email', params: { field: 'email', value: values.email }, field: 'email' });
  const { name = '', email = null, manager = null, team = null } = values;
  return { name, email, manager, team, roles: options.roles, managerRoles: options.managerRoles };
}

async function isKnown(tx: Tx, person: PersonRow): Promise<boolean> {
  const email = person.email?.toLowerCase() ?? null;
  const rows = await tx`
    select 1 from core."user"
    where case when ${email}::text is null then lower(name) = lower(${person.name}) else email = ${email} end limit 1`;
  return rows.length > 0;
}
