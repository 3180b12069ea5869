/** A form as its page gets it: labels in the visitor's language, and a challenge that answers for what was shown. */
import { createHash, randomUUID } from 'node:crypto';
import type { EntityField, Locale, PluginServices, RecordData } from '../../../../core/index.ts';
import { definitionOf } from './definition.ts';

/** Types a visitor can be asked for; a person behind a desk chooses the others. */
export const askable = [
  ...[
    'text',
    'longText',
    'email',
    'phone',
    'url',
    'integer',
    'decimal',
    'boolean',
    'date',
    'select',
    'multiSelect',
  ],
];

export interface PublicForm {
  language: Locale;
  texts: { heading: string; intro: string; button: string; thanks: string };
  fields: (Pick<EntityField, 'id' | 'label' | 'type' | 'options'> & { isRequired: boolean })[];
  consents: { purpose: string; text: string; isRequired: boolean }[];
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

export function publicForm(services: PluginServices, form: RecordData, language: Locale): PublicForm {
  const { fields, texts, consents } = definitionOf(form['definition']);
  const known = new Map(services.fields('contact', language).map((field) => [field.id, field]));
  const shown = consents.map(({ purpose, text, isRequired }) => ({
    purpose,
    text: text[language],
    isRequired,
  }));
  const challenge: Challenge = {
    ...{ key: String(form['key']), language, shown: digestOf(shown) },
    ...{ nonce: randomUUID(), at: String(services.now()) },
  };
  return {
    language,
    texts: {
      heading: texts.heading[language],
      intro: texts.intro[language],
      button: texts.button[language],
      thanks: texts.thanks[language],
    },
    fields: fields.flatMap(({ field, isRequired }) => {
      const found = known.get(field);
      if (!found || !askable.includes(found.type)) return [];
      const { id, label, type, options } = found;
      return [{ id, label, type, isRequired: isRequired || found.required, ...(options && { options }) }];
    }),
    consents: shown,
    challenge: services.links.sign('form', { ...challenge }, challengeMilliseconds),
  };
}

/** Of the words beside the boxes, so that what is kept as proof is what the page was given. */
export const digestOf = (consents: readonly { purpose: string; text: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify(consents.map(({ purpose, text }) => [purpose, text])))
    .digest('base64url')
    .slice(0, 22);
