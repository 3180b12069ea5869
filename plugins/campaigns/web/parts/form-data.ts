import { api, locale } from '../../../../web/index.ts';
import type { FormDefinition } from '../../models/form/definition.ts';
import type { PublicForm } from '../../models/form/public-form.ts';
import { shownForm, type KnownField } from '../../models/form/shown-form.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export interface Purpose {
  id: string;
  en: string;
  zh: string;
}

export interface Choices {
  /** As they are kept, or what a new form begins with. */
  definition: FormDefinition;
  /** By language, since the preview speaks both. */
  fields: Record<Language, KnownField[]>;
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
export const previewOf = ({ definition, fields }: Choices, language: Language): PublicForm => ({
  ...shownForm(definition, fields[language], language),
  challenge: '',
});

export const snippetOf = (key: string): string =>
  [
    `<script type="module" src="${location.origin}/widgets/relata-form.js"></script>`,
    `<relata-form form="${key}"></relata-form>`,
  ].join('\n');

export const purposeName = ({ en, zh }: Purpose): string => (locale() === 'en' ? en : zh);
