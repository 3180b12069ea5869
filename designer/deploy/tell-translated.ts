import type { Translations } from '../data/flows.ts';
import './rl-translation-dialog.ts';

/** Shows what became of a file made elsewhere until it was read; at once done where there is nothing to tell. */
export const tellTranslated = async (translated: Translations): Promise<void> => {
  if (translated.translations.length + translated.untranslated.length === 0) return;
  const dialog = document.createElement('rl-translation-dialog');
  dialog.translated = translated;
  document.body.append(dialog);
  await new Promise((done) => dialog.addEventListener('rl-close', done, { once: true }));
  dialog.remove();
};
