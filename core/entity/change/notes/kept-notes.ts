import { modelOf } from '../../model.ts';
import { pastKeeping } from '../../retention/past-keeping.ts';
import type { EntityDefinition } from '../../definition.ts';
import { graceDays } from './field-notes.ts';
import type { Note, NotesInput } from './notes-of.ts';

/** How many records go at once when they shall be kept so long and no longer. */
export async function keptNotes({ sql, current }: NotesInput, next: EntityDefinition): Promise<Note[]> {
  const { keptFor } = next;
  if (!keptFor || JSON.stringify(keptFor) === JSON.stringify(current.keptFor)) return [];
  // A field that comes with the same change has no values yet.
  if (!(keptFor.after in current.fields) && keptFor.after !== 'createdAt' && keptFor.after !== 'updatedAt')
    return [];
  const model = modelOf(current);
  const [row] = await sql.unsafe<{ count: number }[]>(
    `select count(*)::int as count from ${model.table} t
     where t.deleted_at is null and ${pastKeeping(model, keptFor, Date.now())}`,
  );
  return [{ kind: 'kept-for', params: { field: keptFor.after, count: row!.count, days: graceDays } }];
}
