import { api, locale } from '../../../../web/index.ts';

export type Both = Record<'en' | 'zh-CN', string>;
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export interface FormDefinition {
  fields: { field: string; isRequired: boolean }[];
  texts: Record<'heading' | 'intro' | 'button' | 'thanks', Both>;
  consents: { purpose: string; text: Both; isRequired: boolean }[];
}

export interface AskableField {
  id: string;
  label: string;
  type: string;
  required: boolean;
  options?: { value: string; label: string }[];
}

export interface Purpose {
  id: string;
  en: string;
  zh: string;
}

export interface Choices {
  /** As they are kept, or what a new form begins with. */
  definition: FormDefinition;
  /** By language, since the preview speaks both. */
  fields: Record<Language, AskableField[]>;
  purposes: Purpose[];
}

export async function readChoices(id: string): Promise<Choices> {
  const path = `/api/plugins/campaigns/form-choices/${id}`;
  const [{ definition, fields }, { items }] = await Promise.all([
    api.get<Pick<Choices, 'definition' | 'fields'>>(path),
    api.get<{ items: Purpose[] }>('/api/purposes'),
  ]);
  return { definition, fields, purposes: items };
}

/** The form as its page would get it. */
export function previewOf(
  { definition, fields }: Pick<Choices, 'definition' | 'fields'>,
  language: Language,
) {
  const { texts, consents } = definition;
  return {
    language,
    texts: {
      heading: texts.heading[language],
      intro: texts.intro[language],
      button: texts.button[language],
      thanks: texts.thanks[language],
    },
    fields: definition.fields.flatMap(({ field, isRequired }) => {
      const found = fields[language].find(({ id }) => id === field);
      return found ? [{ ...found, isRequired: isRequired || found.required }] : [];
    }),
    consents: consents.map(({ purpose, text, isRequired }) => ({
      purpose,
      text: text[language],
      isRequired,
    })),
    challenge: '',
  };
}

export const snippetOf = (key: string): string =>
  [
    `<script type="module" src="${location.origin}/widgets/relata-form.js"></script>`,
    `<relata-form form="${key}"></relata-form>`,
  ].join('\n');

export const purposeName = ({ en, zh }: Purpose): string => (locale() === 'en' ? en : zh);
