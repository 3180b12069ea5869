import { hasText, t } from '../data/i18n.ts';

/** A type in a word: of a field as everywhere, of other values by a word of the expressions; nothing for one that has none. */
export const typeText = (type: string): string => {
  const key = [`fieldType.${type}`, `expression.type.${type}`].find(hasText);
  return key ? t(key) : '';
};
