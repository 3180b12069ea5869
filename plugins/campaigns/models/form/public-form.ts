/** A form as its page gets it: labels in the visitor's language, and a challenge that answers for what was shown. */
import { createHash, randomUUID } from 'node:crypto';
import type { Locale, PluginServices, RecordData } from '../../../../core/index.ts';
import { definitionOf } from './definition.ts';
import { shownForm, type ShownForm } from './shown-form.ts';

export interface PublicForm extends ShownForm {
  challenge: string;
}

/** A page may stay open over lunch. */
const challengeMilliseconds = 4 * 3_600_000;

export interface Challenge {
  key: string;
  language: string;
  shown: string;
  nonce: string;
  at: string;
}

/** In the visitor's language. Its challenge is good for four hours, for what was shown, and for one sending. */
export function publicForm(services: PluginServices, form: RecordData, language: Locale): PublicForm {
  const known = services.fields('contact', language);
  const shown = shownForm(definitionOf(form['definition']), known, language);
  const challenge: Challenge = {
    ...{ key: String(form['key']), language, shown: digestOf(shown.consents) },
    ...{ nonce: randomUUID(), at: String(services.now()) },
  };
  return { ...shown, challenge: services.links.sign('form', { ...challenge }, challengeMilliseconds) };
}

/** Of the words beside the boxes, so that what is kept as proof is what the page was given. */
export const digestOf = (consents: readonly { purpose: string; text: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify(consents.map(({ purpose, text }) => [purpose, text])))
    .digest('base64url')
    .slice(0, 22);
