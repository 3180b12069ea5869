/**
 * As much of a text as a person reads, as PostgreSQL takes it: without zero characters and halves of characters, which
 * foreign programs put into what they say when they fail.
 */
export const storableText = (text: string, longest: number): string =>
  text.replaceAll('\0', '').slice(0, longest).toWellFormed();
