/** The id of a relation, which is read as `{ id, title }`, and as its id alone where records are grouped by it. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : // The cast: nothing else is read of a relation.
      ((value as { id: string } | null | undefined)?.id ?? null);
