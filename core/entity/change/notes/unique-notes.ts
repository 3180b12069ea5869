import type { EntityDefinition } from '../../definition.ts';
import { modelOf } from '../../model.ts';
import { tableOf } from '../../names.ts';
import type { Note, NotesInput } from './notes-of.ts';

/** Values that records have in common, where from now on they must not. */
export async function uniqueNotes(input: NotesInput, next: EntityDefinition): Promise<Note[]> {
  const { current } = input;
  const sets = [
    ...Object.entries(next.fields)
      .filter(([id, field]) => field.unique && current.fields[id] && !current.fields[id].unique)
      .map(([id]) => [id]),
    ...Object.entries(next.uniques ?? {})
      .filter(([id, { fields }]) => String(current.uniques?.[id]?.fields) !== String(fields))
      .map(([, { fields }]) => fields),
  ];
  const notes: Note[] = [];
  for (const fields of sets) notes.push(...(await duplicates(input, fields)));
  return notes;
}

async function duplicates({ sql, current }: NotesInput, fields: readonly string[]): Promise<Note[]> {
  const model = modelOf(current);
  const columns = fields.flatMap((field) =>
    field === 'owner' ? ['owner_id'] : (model.stored[model.indexOf.get(field) ?? -1]?.columns[0]?.name ?? []),
  );
  // A field that is only being added is empty everywhere, and so alike to none.
  if (columns.length < fields.length) return [];
  const filled = columns.map((column) => `${column} is not null`).join(' and ');
  const [found] = await sql.unsafe<{ count: number; samples: string[] | null }[]>(
    `select count(*)::int as count, (array_agg(sample))[1:3] as samples from (
       select concat_ws(' · ', ${columns.map((column) => `${column}::text`).join(', ')}) as sample
       from ${tableOf(current.id)} where deleted_at is null and ${filled}
       group by ${columns.join(', ')} having count(*) > 1 limit 10000) t`,
  );
  if (found!.count === 0) return [];
  const samples = (found!.samples ?? []).map((one) => `“${one.slice(0, 60)}”`).join(', ');
  return [
    {
      kind: 'duplicates',
      params: { fields: fields.join(', '), count: found!.count, samples },
      isRefused: true,
    },
  ];
}
