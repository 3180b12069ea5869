/** The texts of the designer, in the reader's language and in what it is changed to. */
import { addTexts, locale, localeChanged, type Texts } from '../web/data/i18n.ts';

const files = import.meta.glob<Texts>('./locales/*.json', { import: 'default' });

const loadTexts = async (): Promise<void> => {
  const load = files[`./locales/${locale()}.json`];
  if (load) addTexts(locale(), await load());
};
localeChanged.addEventListener('change', () => void loadTexts());
await loadTexts();
