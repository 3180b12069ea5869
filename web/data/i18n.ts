/** Texts and the reader's language. The texts of one language are loaded when it is chosen. */
import { locale, useLocale, type Locale } from './locale.ts';

export { locale, type Locale } from './locale.ts';
export type Texts = Record<string, string>;
export type Params = Record<string, string | number | null | undefined>;

export const localeChanged = new EventTarget();

const storageKey = 'rl.locale';
const files = import.meta.glob<Texts>('../locales/*.json', { import: 'default' });
const texts: Record<Locale, Texts> = { en: {}, 'zh-CN': {} };
const plurals = new Map<Locale, Intl.PluralRules>();

/**
 * The text under `key` in the reader's language. With `count`, `<key>_one` and the other forms of the
 * language are tried first. A missing text shows its key: the test of the locales finds it before a reader.
 */
export function t(key: string, params: Params = {}): string {
  const found = pluralText(key, params['count']) ?? texts[locale()][key] ?? texts.en[key] ?? key;
  return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = params[name];
    if (typeof value === 'number') return new Intl.NumberFormat(locale()).format(value);
    return value ?? '';
  });
}

export const hasText = (key: string): boolean => texts[locale()][key] !== undefined;

/** Adds texts of a part that is loaded later, such as the designer. */
export function addTexts(to: Locale, flat: Texts): void {
  Object.assign(texts[to], flat);
}

export function preferredLocale(): Locale {
  const stored = globalThis.localStorage?.getItem(storageKey);
  const wanted = stored ?? globalThis.navigator?.language ?? 'en';
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The language chosen on this device, which goes before the one the server knows. */
export const chosenLocale = (): string | null => localStorage.getItem(storageKey);

export async function setLocale(wanted: Locale, options: { isChosen?: boolean } = {}): Promise<void> {
  const load = files[`../locales/${wanted}.json`];
  if (load) addTexts(wanted, await load());
  useLocale(wanted);
  if (globalThis.document) {
    document.documentElement.lang = wanted;
    if (options.isChosen) localStorage.setItem(storageKey, wanted);
  }
  localeChanged.dispatchEvent(new Event('change'));
}

function pluralText(key: string, count: Params[string]): string | undefined {
  if (typeof count !== 'number') return undefined;
  const rules = plurals.get(locale()) ?? new Intl.PluralRules(locale());
  plurals.set(locale(), rules);
  return texts[locale()][`${key}_${rules.select(count)}`] ?? texts[locale()][`${key}_other`];
}

export { formatMoney, formatNumber, formatRelative, formatDuration } from './format.ts';
