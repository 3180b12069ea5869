import type { ChoiceSource } from '../../../core/index.ts';

/** What people agreed to, and what nobody needs to agree to. */
export const carePurposes: ChoiceSource = {
  id: 'service.care-purposes',
  name: 'service.choices.care-purposes',
  read: async ({ messages, text }, locale) => [
    ...(await messages.purposes()).map(({ id, en, zh }) => ({ value: id, label: locale === 'en' ? en : zh })),
    { value: 'service', label: text(locale, 'purpose.service') },
  ],
};
