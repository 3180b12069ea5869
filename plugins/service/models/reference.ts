/** What a relation, or a person, is read as. */
interface Reference {
  id: string;
  title: string;
}

// The cast: nothing else is read of a relation.
const read = (value: unknown): Reference | null => (value as Reference | null | undefined) ?? null;

/** The id of a relation, which is read as `{ id, title }` and written as an id. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : (read(value)?.id ?? null);

/** What it leads to is called. */
export const titleOf = (value: unknown): string | null => read(value)?.title ?? null;
