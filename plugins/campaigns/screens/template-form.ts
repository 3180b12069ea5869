import { defineScreen, fields } from '../../../core/index.ts';

/** What it says is put together on its page. */
export const templateForm = defineScreen({
  id: 'campaigns.template-form',
  kind: 'form',
  entity: 'template',
  isFirst: true,
  body: fields('name', 'subject', 'language', 'original'),
});
