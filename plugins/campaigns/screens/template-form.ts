import { defineScreen } from '../../../core/index.ts';

/** What it says is put together on its page. */
export const templateForm = defineScreen({
  id: 'campaigns.template-form',
  kind: 'form',
  entity: 'template',
  isFirst: true,
  body: ['name', 'subject', 'language', 'original'].map((field) => ({
    id: field,
    node: 'field' as const,
    field,
  })),
});
