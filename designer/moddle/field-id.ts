/** A form field's id becomes a variable: letters, digits and underscores, no digit first. */
export const fieldId = (text: string, before: string): string => {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(/[^A-Za-z0-9_]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
    .replace(/^\d+/, '');
  return id === '' ? before : id;
};
