/** What a relation, or a person, is read as. */
interface Reference {
  id: string;
  title: string;
}

// The cast: nothing else is read of a relation.
const read = (value: unknown): Reference | null => (value as Reference | null | undefined) ?? null;

/** The id of a relation or person, read as `{ id, title }`, and as its id alone in events and where records are grouped. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : (read(value)?.id ?? null);

/** What a relation or person is called; null where it is empty. */
export const titleOf = (value: unknown): string | null => read(value)?.title ?? null;
