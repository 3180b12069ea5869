import { defineScreen, fields } from '../../../core/index.ts';

/** Where it stands; its key is made by the server. */
export const siteForm = defineScreen({
  id: 'service.site-form',
  kind: 'form',
  entity: 'service-site',
  isFirst: true,
  body: fields('name', 'queue', 'origins', 'greeting', 'greetingZh'),
});
