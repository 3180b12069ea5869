import type { EntityField, Locale } from '../../../../core/index.ts';
import type { FormDefinition } from './definition.ts';

/** A field of a contact as people know it. */
export type KnownField = EntityField;

/** What a form shows in one language. */
export interface ShownForm {
  language: Locale;
  texts: Record<keyof FormDefinition['texts'], string>;
  fields: (Pick<KnownField, 'id' | 'label' | 'type' | 'options'> & { isRequired: boolean })[];
  consents: { purpose: string; text: string; isRequired: boolean }[];
}

/** Types a visitor can be asked for; a person behind a desk chooses the others. */
const askable = new Set<string>([
  ...['text', 'longText', 'email', 'phone', 'url'],
  ...['integer', 'decimal', 'boolean', 'date', 'select', 'multiSelect'],
]);

/** Whether a form may ask for it. */
export const isAskable = ({ type }: Pick<KnownField, 'type'>): boolean => askable.has(type);

/** `known`: the fields of a contact in that language. A field that is gone, or that nobody can be asked for, is left out. */
export function shownForm(
  { fields, texts, consents }: FormDefinition,
  known: readonly KnownField[],
  language: Locale,
): ShownForm {
  const { heading, intro, button, thanks } = texts;
  return {
    language,
    texts: {
      ...{ heading: heading[language], intro: intro[language] },
      ...{ button: button[language], thanks: thanks[language] },
    },
    fields: fields.flatMap(({ field, isRequired }) => {
      const found = known.find((one) => one.id === field && isAskable(one));
      if (!found) return [];
      const { id, label, type, required, options } = found;
      return [{ id, label, type, isRequired: isRequired || required, ...(options && { options }) }];
    }),
    consents: consents.map(({ purpose, text, isRequired }) => ({
      ...{ purpose, text: text[language], isRequired },
    })),
  };
}
