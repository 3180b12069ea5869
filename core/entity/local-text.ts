import type { LocalText } from './definition.ts';

/** What an admin wrote, in the reader's language where it is there, else in the one that it was written in. */
export const wordsOf = (text: LocalText | undefined, locale: keyof LocalText = 'en'): string | undefined =>
  text?.[locale] ?? text?.en ?? text?.['zh-CN'];
