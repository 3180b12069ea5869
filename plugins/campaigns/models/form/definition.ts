import { z } from 'zod';

const inBoth = (max: number) => z.strictObject({ en: z.string().max(max), 'zh-CN': z.string().max(max) });

/** What a form asks, says and promises. Messages of its own are codes of problems. */
export const definitionShape = z.strictObject({
  fields: z
    .array(z.strictObject({ field: z.string().max(80), isRequired: z.boolean() }))
    .min(1)
    .max(30)
    .refine((fields) => new Set(fields.map(({ field }) => field)).size === fields.length, 'form-field-twice')
    .refine(
      (fields) => fields.some(({ field, isRequired }) => field === 'email' && isRequired),
      'form-no-email',
    ),
  texts: z.strictObject({
    heading: inBoth(200),
    intro: inBoth(1_000),
    button: inBoth(60),
    thanks: inBoth(500),
  }),
  consents: z
    .array(z.strictObject({ purpose: z.string().max(40), text: inBoth(1_000), isRequired: z.boolean() }))
    .max(10)
    .refine(
      (all) => all.every(({ text }) => text.en.trim() !== '' && text['zh-CN'].trim() !== ''),
      'form-consent-empty',
    ),
});
export type FormDefinition = z.output<typeof definitionShape>;

/** What a new form begins with. */
const usual: FormDefinition = {
  fields: [
    { field: 'name', isRequired: true },
    { field: 'email', isRequired: true },
  ],
  texts: {
    heading: { en: 'Stay in touch', 'zh-CN': '保持联系' },
    intro: { en: '', 'zh-CN': '' },
    button: { en: 'Send', 'zh-CN': '提交' },
    thanks: { en: 'Thank you. We will be in touch.', 'zh-CN': '谢谢！我们会与您联系。' },
  },
  consents: [],
};

/** As it is kept; what a new form begins with where nothing is, or nothing that can be shown. */
export function definitionOf(kept: unknown): FormDefinition {
  const read = definitionShape.safeParse(kept);
  return read.success ? read.data : usual;
}
