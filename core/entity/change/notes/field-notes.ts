import type { EntityDefinition, FieldDefinition } from '../../definition.ts';
import { modelOf, type StoredField } from '../../model.ts';
import { tableOf } from '../../names.ts';
import type { Note, NotesInput } from './notes-of.ts';

/** Counting stops there: nobody reads on from it. */
const cap = 100_000;

export async function fieldNotes(input: NotesInput, next: EntityDefinition): Promise<Note[]> {
  const notes: Note[] = [];
  const { current, rows } = input;
  const stored = new Map(modelOf(current).stored.map((field) => [field.id, field]));
  for (const [id, field] of Object.entries(next.fields)) {
    const old = current.fields[id];
    const has = stored.get(id);
    if (!old && field.default !== undefined && field.default !== null && rows > 0)
      notes.push({ kind: 'default-fills', params: { field: id, count: rows } });
    if (old && has) notes.push(...(await changeNotes(input, { id, old, field, stored: has })));
  }
  for (const [id, field] of stored) if (!(id in next.fields)) notes.push(await removedNote(input, field));
  return notes;
}

interface Changed {
  id: string;
  old: FieldDefinition;
  field: FieldDefinition;
  stored: StoredField;
}

async function changeNotes(input: NotesInput, { id, old, field, stored }: Changed): Promise<Note[]> {
  const column = stored.columns[0]!.name;
  const notes: Note[] = [];
  const add = async (kind: string, condition: string, params: Record<string, unknown> = {}) => {
    const count = await counted(input, condition);
    if (count > 0) notes.push({ kind, params: { field: id, count, ...params } });
  };
  if (field.required && !old.required) await add('required-empty', `${column} is null`);
  if (isNumber(field) && field.min !== undefined && field.min !== old.min)
    await add('out-of-range', `${column} < ${Number(field.min)}`);
  if (isNumber(field) && field.max !== undefined && field.max !== old.max)
    await add('out-of-range', `${column} > ${Number(field.max)}`);
  if (isText(field) && field.max !== undefined && field.max < (old.max ?? Infinity))
    await add('too-long', `length(${column}) > ${Number(field.max)}`, { max: field.max });
  for (const value of goneOptions(input, { id, old, field })) {
    const text = `'${value.replaceAll("'", "''")}'`;
    const isList = old.type === 'multiSelect';
    await add('option-held', isList ? `${text} = any(${column})` : `${column} = ${text}`, { value });
  }
  if (field.isHidden && !old.isHidden) notes.push({ kind: 'hidden', params: { field: id } });
  return notes;
}

const isNumber = ({ type }: FieldDefinition): boolean => ['integer', 'decimal', 'money'].includes(type);
const isText = ({ type }: FieldDefinition): boolean => ['text', 'longText'].includes(type);

/** Options taken away of which nothing is said about the records that hold them. */
function goneOptions({ prepared }: NotesInput, { id, old, field }: Omit<Changed, 'stored'>): string[] {
  if (!field.options) return [];
  const replaced = prepared.operations.flatMap((operation) =>
    operation.op === 'replaceOption' && operation.field === id ? [operation.value] : [],
  );
  return (old.options ?? [])
    .filter((one) => !one.isRetired)
    .map(({ value }) => value)
    .filter((value) => !field.options!.some((one) => one.value === value && !one.isRetired))
    .filter((value) => !replaced.includes(value));
}

async function removedNote(input: NotesInput, { id, columns }: StoredField): Promise<Note> {
  const count = await counted(input, `${columns[0]!.name} is not null`);
  return { kind: 'field-removed', params: { field: id, count, days: graceDays } };
}

/** How long the column of a removed field is kept. */
export const graceDays = 30;

async function counted({ sql, current }: NotesInput, condition: string): Promise<number> {
  const [row] = await sql.unsafe<{ count: number }[]>(
    `select count(*)::int as count from (select from ${tableOf(current.id)}
      where deleted_at is null and ${condition} limit ${cap}) t`,
  );
  return row!.count;
}
