export type Locale = 'en' | 'zh-CN';

let current: Locale = 'en';

/** The reader's language. */
export const locale = (): Locale => current;

/** For `setLocale`, which loads the texts first. */
export function useLocale(wanted: Locale): void {
  current = wanted;
}
