/** Texts of the expression editor, and the sentences of expressions that the server has too; loaded with it. */
import { addTexts, locale, localeChanged, type Texts } from '../data/i18n.ts';

const files = {
  ...import.meta.glob<Texts>('./locales/*.json', { import: 'default' }),
  ...import.meta.glob<Texts>('../../core/locales/expression.*.json', { import: 'default' }),
};

async function load(): Promise<void> {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`${locale()}.json`));
  for (const texts of await Promise.all(own.map(([, file]) => file()))) addTexts(locale(), texts);
}

localeChanged.addEventListener('change', () => void load());
await load();
