import type { ChoiceSource } from './choice-source.ts';

/** The company's calendars beside its own. */
const calendars: ChoiceSource = {
  id: 'calendars',
  name: 'choices.calendars',
  none: 'choices.calendars.none',
  read: async ({ company }) =>
    (await company()).calendars.map(({ id, name }) => ({ value: id, label: name })),
};

/** What people agree to be written to about. */
const purposes: ChoiceSource = {
  id: 'purposes',
  name: 'choices.purposes',
  read: async ({ messages }, locale) =>
    (await messages.purposes()).map(({ id, en, zh }) => ({ value: id, label: locale === 'en' ? en : zh })),
};

export const coreSources: readonly ChoiceSource[] = [calendars, purposes];
