import { freeName, nameOf } from '../../web/data/local-text.ts';

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

/** Words of expressions that no name may be. */
const words = ['and', 'or', 'in', 'true', 'false', 'null', 'function'];

/** Until it has a name of its own (`field1` is none), a field is named after its label. */
export const idFromLabel = (
  label: string,
  { before, taken }: { before: string; taken: readonly string[] },
): string => {
  const name = nameOf(label);
  return /^field\d+$/.test(before) && name !== '' ? freeName(name, [...taken, ...words]) : before;
};
