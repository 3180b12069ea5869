import { boolean, dateTime, defineEntity, json, relation, text, type RecordOf } from '../../../core/index.ts';

/** That somebody filled in a form. Flows start with it as with any new record. */
export const formSubmission = defineEntity({
  id: 'form-submission',
  title: 'who',
  icon: 'clipboard-check',
  search: ['who', 'page'],
  fields: {
    who: text({ required: true, max: 254 }),
    form: relation('lead-form', { onDelete: 'restrict', required: true }),
    contact: relation('contact', { onDelete: 'clear' }),
    /** Whether the contact was not known before. */
    isNew: boolean({ default: false }),
    page: text({ max: 2_000 }),
    language: text({ max: 10 }),
    submittedAt: dateTime(),
    /** When the address was confirmed by the link in the mail. */
    confirmedAt: dateTime(),
    values: json(),
    /** Of its challenge, which counts once. */
    nonce: text({ unique: true, max: 60, isHidden: true }),
  },
  indexes: [['form', 'submittedAt'], ['contact']],
});
export type FormSubmission = RecordOf<typeof formSubmission>;
