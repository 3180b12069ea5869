import { hasText, t } from '../data/i18n.ts';

/** A type of field in a word; nothing for one that has none. */
export const typeText = (type: string): string =>
  hasText(`expression.type.${type}`) ? t(`expression.type.${type}`) : '';
