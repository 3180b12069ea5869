import { defineScreen } from '../../../core/index.ts';

const field = (name: string) => ({ id: name, node: 'field' as const, field: name });

/** Where it stands; its key is made by the server. */
export const siteForm = defineScreen({
  id: 'service.site-form',
  kind: 'form',
  entity: 'service-site',
  isFirst: true,
  body: ['name', 'queue', 'origins', 'greeting', 'greetingZh'].map(field),
});
